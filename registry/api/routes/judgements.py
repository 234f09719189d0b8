"""Judgements: what happened, with evidence."""

from uuid import UUID

from registry.actions import judgements as actions
from registry.actions.question_judgements import judge_question
from registry.api.preconditions import IfVersion
from registry.api.registry_route import registry_router
from registry.api.work import Work
from registry.schemas.judgements import Judgement, JudgementNew, JudgementRetract, QuestionJudgementNew
from registry.storage import judgements as stored
from registry.storage import questions
from registry.storage.predictions import row_of

router = registry_router("judgements")


@router.get("/predictions/{prediction_id}/judgements")
def list_judgements(work: Work, prediction_id: UUID) -> list[Judgement]:
    """Every judgement ever given, the oldest first, retracted ones included."""
    prediction = row_of(work.session, prediction_id)
    return stored.present(work.session, stored.of_prediction(work.session, prediction.id))


@router.post("/predictions/{prediction_id}/judgements", status_code=201)
def judge_prediction(work: Work, prediction_id: UUID, new: JudgementNew, if_version: IfVersion) -> Judgement:
    """Record what happened, with evidence: an address, or a citation in words.

    A `verdict` resolves the prediction. A `second` from another person confirms it or makes it disputed; a
    `decision` settles that. Judgements are never edited: retract, and judge again.
    """
    return actions.judge(work.session, work.actor, prediction_id, new, now=work.now, if_version=if_version)


@router.post("/judgements/{judgement_id}/retract")
def retract_judgement(work: Work, judgement_id: UUID, why: JudgementRetract) -> Judgement:
    """Take back a judgement of your own; admins may take back any."""
    return actions.retract(work.session, work.actor, judgement_id, why.reason, now=work.now)


@router.post("/questions/{at}/judgements", status_code=201)
def judge_predictions_of_question(work: Work, at: str, new: QuestionJudgementNew) -> list[Judgement]:
    """Judge every unresolved prediction on a question by one finding, each in its own sense."""
    found = questions.at(work.session, at)
    return judge_question(work.session, work.actor, found.id, new, now=work.now)
