"""A clock that was wrong and has been set back: what was done too early is put right."""

from datetime import datetime, timedelta

from sqlalchemy import delete, update
from sqlmodel import Session, col, select

from registry.actions.acting import SCHEDULER
from registry.actions.writing_events import write_events
from registry.domain.deliveries import LONGEST_PAUSE
from registry.storage.prediction_filters import UNRESOLVED
from registry.storage.tables import JobRunRow, MessageRow, PredictionRow

TOLERANCE = timedelta(hours=1)
"""Machines whose clocks differ by less than this are no cause for doubt."""


def mend_after_set_back(session: Session, *, now: datetime) -> int:
    """If jobs ran in what is now the future, undo what followed; returns how many predictions that touched.

    Predictions announced before they were due begin a new due round, so they are announced in their time;
    reminders and deliveries are reckoned anew. The runs themselves are forgotten, so this happens once.
    """
    future = delete(JobRunRow).where(col(JobRunRow.started_at) > now + TOLERANCE).returning(col(JobRunRow.id))
    if not session.execute(future).all():
        return 0
    row = PredictionRow
    too_early = select(row).where(UNRESOLVED, col(row.flagged_at) > now, col(row.due_at) > now)
    rows = session.exec(too_early.with_for_update().execution_options(populate_existing=True)).all()
    for one in rows:
        one.flagged_at, one.round_began_at = None, now
        one.due_round += 1
        one.version += 1
    write_events(session, SCHEDULER, "announced too early", "prediction", [(one, {}) for one in rows], now)
    session.execute(update(row).where(UNRESOLVED, col(row.remind_at) > now).values(remind_at=None))
    message = MessageRow
    waits = (col(message.sent_at).is_(None), col(message.next_attempt_at) > now + LONGEST_PAUSE)
    session.execute(update(message).where(*waits).values(next_attempt_at=now))
    return len(rows)
