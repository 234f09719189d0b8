"""One finding about a question judges every open prediction on it, each in its own sense."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from registry.actions.acting import Actor
from registry.actions.judgements import judge
from registry.domain.errors import Conflict
from registry.domain.vocabulary import Outcome
from registry.schemas.judgements import Judgement, JudgementNew, QuestionJudgementNew
from registry.storage.prediction_filters import UNRESOLVED
from registry.storage.tables import PredictionRow

_OPPOSITE = {Outcome.yes: Outcome.no, Outcome.no: Outcome.yes}


def judge_question(
    session: Session, actor: Actor, question_id: UUID, new: QuestionJudgementNew, *, now: datetime
) -> list[Judgement]:
    """Judge all unresolved predictions on a question. Raises Conflict when there are none."""
    query = select(PredictionRow).where(col(PredictionRow.question_id) == question_id, UNRESOLVED)
    rows = session.exec(query.order_by(col(PredictionRow.id))).all()
    if not rows:
        raise Conflict("No prediction on this question waits for a judgement.")
    return [judge(session, actor, row.id, in_sense(new, row.sense), now=now) for row in rows]


def in_sense(new: QuestionJudgementNew, sense: int) -> JudgementNew:
    """The judgement of a statement that says yes (+1) or no (-1) to the question."""
    values = new.model_dump()
    if sense == -1:
        outcome = Outcome(new.outcome)
        values["outcome"] = _OPPOSITE.get(outcome, outcome)
        values["share"] = None if new.share is None else 1 - new.share
    return JudgementNew.model_validate(values)
