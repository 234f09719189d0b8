"""Queries about judgements."""

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from sqlmodel import Session, col, select

from registry.domain.errors import Missing
from registry.domain.judging import Judgement as JudgementValue
from registry.domain.judging import in_force
from registry.domain.vocabulary import AnnulReason, JudgementRole, Outcome
from registry.schemas.judgements import Judgement
from registry.storage.tables import JudgementRow, PersonRow


def row_of(session: Session, judgement_id: UUID) -> JudgementRow:
    """The row under that id. Raises Missing."""
    row = session.get(JudgementRow, judgement_id)
    if row is None:
        raise Missing(f"There is no judgement {judgement_id}.")
    return row


def of_prediction(session: Session, prediction_id: UUID) -> list[JudgementRow]:
    """All judgements of a prediction, the oldest first."""
    return of_predictions(session, [prediction_id]).get(prediction_id, [])


def of_predictions(session: Session, prediction_ids: Sequence[UUID]) -> dict[UUID, list[JudgementRow]]:
    """All judgements of some predictions, the oldest first."""
    found: dict[UUID, list[JudgementRow]] = defaultdict(list)
    query = (
        select(JudgementRow)
        .where(col(JudgementRow.prediction_id).in_(prediction_ids))
        .order_by(col(JudgementRow.created_at), col(JudgementRow.id))
    )
    for row in session.exec(query):
        found[row.prediction_id].append(row)
    return found


def value_of(row: JudgementRow) -> JudgementValue:
    """A row as the rules of judging see it."""
    return JudgementValue(
        id=row.id,
        role=JudgementRole(row.role),
        outcome=Outcome(row.outcome),
        judge_id=row.person_id,
        created_at=row.created_at,
        share=row.share,
        reason=AnnulReason(row.reason) if row.reason else None,
        known_on=row.known_on,
        retracted_at=row.retracted_at,
    )


def present(session: Session, rows: Sequence[JudgementRow]) -> list[Judgement]:
    """Judgements of one prediction as they travel; `rows` are all of it."""
    if not rows:
        return []
    holding = in_force(value_of(row) for row in rows)
    query = select(PersonRow).where(col(PersonRow.id).in_({row.person_id for row in rows}))
    names = {person.id: person.name for person in session.exec(query)}
    return [
        Judgement.model_validate(
            row,
            from_attributes=True,
            update={
                "person": names[row.person_id],
                "in_force": holding is not None and holding.id == row.id,
            },
        )
        for row in rows
    ]
