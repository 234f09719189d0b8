"""Undated predictions come back: one that nobody judged or dated is put off to its next review day."""

from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from registry.actions.acting import SCHEDULER
from registry.actions.due_rounds import move_due
from registry.actions.writing_events import write_events
from registry.domain.due import start_of, zone_named
from registry.domain.postponing import next_review_on
from registry.storage.prediction_filters import UNRESOLVED
from registry.storage.tables import PredictionRow

OPEN_FOR = timedelta(days=30)
"""How long a review stays on the due list before the next one takes its place."""

AT_ONCE = 500


def pass_reviews(session: Session, *, now: datetime, most: int = AT_ONCE) -> int:
    """Put off to their next review day undated predictions that were announced `OPEN_FOR` ago or longer.

    Each begins a new due round. From its horizon on a prediction stays due: a verdict is demanded. Returns
    how many were put off; call it again, in a new transaction, as long as it returns `most`.
    """
    row = PredictionRow
    query = (
        select(row)
        .where(
            UNRESOLVED,
            col(row.due_at) <= now - OPEN_FOR,
            col(row.flagged_at) <= now - OPEN_FOR,
            col(row.due_on).is_(None),
            col(row.condition_met).is_distinct_from(False),
            col(row.horizon_on).is_(None) | (col(row.horizon_on) > now.date()),
        )
        .order_by(col(row.due_at), col(row.id))
        .limit(most)
        .with_for_update(skip_locked=True)
    )
    passed = [one for one in session.exec(query.execution_options(populate_existing=True)) if _put_off(one, now)]
    write_events(session, SCHEDULER, "put off", "prediction", [(one, {}) for one in passed], now)
    return len(passed)


def _put_off(row: PredictionRow, now: datetime) -> bool:
    if row.review_on is None:
        return False
    review_on = next_review_on(row.review_on, now, row.time_zone, row.horizon_on)
    if review_on is None:
        return False
    row.review_on, row.snoozed_until = review_on, None
    move_due(row, start_of(review_on, zone_named(row.time_zone)), now)
    row.version += 1
    return True
