"""What waits for a person."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, case, func
from sqlalchemy import select as select_any
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
    undated = col(PredictionRow.due_on).is_(None) & UNRESOLVED
    is_overdue = urgency(Urgency.overdue, now)
    sums = [
        _sum(is_overdue),
        _sum(urgency(Urgency.due, now)),
        _sum(urgency(Urgency.soon, now)),
        _sum(undated & (col(PredictionRow.due_at) <= now)),
        _sum(undated & is_overdue),
    ]
    found = session.execute(select_any(*sums).where(UNRESOLVED, *part)).one()
    overdue, due, soon, reviewed, reviewed_late = found
    disputed = select(func.count()).where(col(PredictionRow.disputed), ON_RECORD, *part)
    waiting = select(func.count()).where(col(CandidateRow.state) == CandidateState.waiting)
    return DueCounts(
        overdue=overdue,
        due=due,
        soon=soon,
        undated=reviewed,
        undated_overdue=reviewed_late,
        disputed=session.exec(disputed).one(),
        candidates=session.exec(waiting).one(),
    )


def _sum(condition: ColumnElement[bool]) -> Any:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)
