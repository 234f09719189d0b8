"""Queries about predictions."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import func
from sqlmodel import Session, col, select

from registry.domain.errors import Missing
from registry.schemas.filters import PredictionFilter, PredictionNarrowing, PredictionSort
from registry.schemas.pages import Page
from registry.schemas.predictions import Prediction
from registry.storage.keyset import Sort, read_slice
from registry.storage.prediction_filters import conditions
from registry.storage.presenting_predictions import present
from registry.storage.tables import PredictionRow

_ROW = PredictionRow
SORTS = {
    PredictionSort.made: Sort("made", (col(_ROW.made_on), col(_ROW.id))),
    PredictionSort.made_latest: Sort("-made", (col(_ROW.made_on), col(_ROW.id)), descending=True),
    PredictionSort.due: Sort("due", (col(_ROW.due_at), col(_ROW.id))),
    PredictionSort.due_latest: Sort("-due", (col(_ROW.due_at), col(_ROW.id)), descending=True),
    PredictionSort.created: Sort("created", (col(_ROW.created_at), col(_ROW.id))),
    PredictionSort.created_latest: Sort("-created", (col(_ROW.created_at), col(_ROW.id)), descending=True),
}


def row_of(session: Session, prediction_id: UUID) -> PredictionRow:
    """The row under that id. Raises Missing."""
    row = session.get(PredictionRow, prediction_id)
    if row is None:
        raise _missing(prediction_id)
    return row


def for_change(session: Session, prediction_id: UUID) -> PredictionRow:
    """The row under that id, locked until the transaction ends. Raises Missing."""
    query = select(PredictionRow).where(col(PredictionRow.id) == prediction_id).with_for_update()
    row = session.exec(query.execution_options(populate_existing=True)).first()
    if row is None:
        raise _missing(prediction_id)
    return row


def page(session: Session, wanted: PredictionFilter, cursor: str | None, limit: int, now: datetime) -> Page[Prediction]:
    """One page of the predictions that the filter lets through."""
    query = select(PredictionRow).where(*conditions(wanted, now))
    found = read_slice(session, query, SORTS[wanted.sort], cursor, limit)
    return Page(items=present(session, found.rows, now), next_cursor=found.next_cursor)


def count(session: Session, wanted: PredictionNarrowing, now: datetime) -> int:
    """How many predictions the filter lets through."""
    return session.exec(select(func.count()).select_from(PredictionRow).where(*conditions(wanted, now))).one()


def keyed(session: Session, natural_keys: list[str]) -> dict[str, PredictionRow]:
    """The predictions on record under these natural keys."""
    query = select(PredictionRow).where(
        col(PredictionRow.natural_key).in_(natural_keys), col(PredictionRow.withdrawn_at).is_(None)
    )
    return {row.natural_key: row for row in session.exec(query)}


def _missing(prediction_id: UUID) -> Missing:
    return Missing(f"There is no prediction {prediction_id}. List them with GET /api/v1/predictions.")
