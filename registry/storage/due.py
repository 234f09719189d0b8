"""What waits for a person."""

from datetime import datetime

from sqlalchemy import ColumnElement, func
from sqlmodel import Session, col, select

from registry.domain.vocabulary import CandidateState, Urgency
from registry.schemas.due import DueCounts, DueList
from registry.schemas.filters import PredictionFilter, PredictionSort
from registry.storage.prediction_filters import ON_RECORD, UNRESOLVED, conditions, urgency
from registry.storage.predictions import page
from registry.storage.tables import CandidateRow, PredictionRow


def due_list(session: Session, wanted: PredictionFilter, cursor: str | None, limit: int, now: datetime) -> DueList:
    """How much waits, and a page of what the filter lets through, the longest due first."""
    found = page(session, wanted.model_copy(update={"sort": PredictionSort.due}), cursor, limit, now)
    return DueList(counts=counts(session, wanted, now), items=found.items, next_cursor=found.next_cursor)


def counts(session: Session, wanted: PredictionFilter, now: datetime) -> DueCounts:
    """How much waits in the part of the registry that the filter names, whatever its state."""
    part = list(conditions(wanted.model_copy(update={"status": None, "urgency": None, "disputed": None}), now))
    undated = [UNRESOLVED, col(PredictionRow.due_on).is_(None)]

    # Each by itself: so an index alone answers, where one query for all would read every row that waits.
    def n(*narrowed: ColumnElement[bool]) -> int:
        return session.exec(select(func.count()).select_from(PredictionRow).where(*narrowed, *part)).one()

    waiting = select(func.count()).where(col(CandidateRow.state) == CandidateState.waiting)
    return DueCounts(
        overdue=n(urgency(Urgency.overdue, now)),
        due=n(urgency(Urgency.due, now)),
        soon=n(urgency(Urgency.soon, now)),
        undated=n(*undated, col(PredictionRow.due_at) <= now),
        undated_overdue=n(*undated, urgency(Urgency.overdue, now)),
        disputed=n(col(PredictionRow.disputed).is_(True), ON_RECORD),
        candidates=session.exec(waiting).one(),
    )
