"""A clock that was wrong and has been set back: what was done too early is put right."""

from datetime import datetime, timedelta

from sqlalchemy import update
from sqlmodel import Session, col, select

from registry.actions.acting import SCHEDULER
from registry.actions.watching import ENTRY_MINUTES, pause_of
from registry.actions.writing_events import write_events
from registry.domain.deliveries import pause_after
from registry.storage import job_runs
from registry.storage.prediction_filters import UNRESOLVED
from registry.storage.tables import MessageRow, PredictionRow, SourceEntryRow, SourceRow, WatchedHostRow

SKEW = timedelta(minutes=1)
"""Schedulers whose clocks differ by less than this take turns as if they did not."""

LONGEST_DELAY = timedelta(hours=1)
"""What a robots.txt may ask for between two requests, at most."""

TOLERANCE = timedelta(hours=1)
"""What was announced too early by less than this stays announced: better early than twice."""


def mend_after_set_back(session: Session, *, now: datetime) -> int:
    """If jobs ran in what is now the future, let them run again, and undo what followed.

    Predictions announced before they were due begin a new due round, so they are announced in their time;
    reminders, deliveries and visits to sources are reckoned anew. The runs are forgotten, so this happens
    once, and it is written down. Returns how many predictions were put right.
    """
    latest = job_runs.give_back(session, now)
    if latest is None:
        return 0
    n_mended = 0
    if latest > now + TOLERANCE:
        n_mended = _announce_again(session, now)
    _deliver_in_time(session, now)
    _visit_in_time(session, now)
    job_runs.write_set_back(session, now, latest, n_mended)
    return n_mended


def _announce_again(session: Session, now: datetime) -> int:
    row = PredictionRow
    too_early = select(row).where(UNRESOLVED, col(row.flagged_at) > now, col(row.due_at) > now)
    rows = session.exec(too_early.with_for_update().execution_options(populate_existing=True)).all()
    for one in rows:
        one.flagged_at, one.round_began_at = None, now
        one.due_round += 1
        one.version += 1
    write_events(session, SCHEDULER, "announced too early", "prediction", [(one, {}) for one in rows], now)
    session.execute(update(row).where(UNRESOLVED, col(row.remind_at) > now).values(remind_at=None))
    return len(rows)


def _deliver_in_time(session: Session, now: datetime) -> None:
    row = MessageRow
    waits = (col(row.sent_at).is_(None), col(row.failed_at).is_(None), col(row.next_attempt_at) > now)
    for message in session.exec(select(row).where(*waits).with_for_update()):
        # Never sooner than after an attempt that may still be under way.
        message.next_attempt_at = min(message.next_attempt_at, now + pause_after(max(message.attempts, 1)))
    session.flush()


def _visit_in_time(session: Session, now: datetime) -> None:
    source, entry, host = SourceRow, SourceEntryRow, WatchedHostRow
    for watched in session.exec(select(source).where(col(source.next_poll_at) > now).with_for_update()):
        pause = pause_of(watched.every_minutes, watched.failures)
        watched.next_poll_at = min(watched.next_poll_at, now + pause)
    unread = (col(entry.settled_at).is_(None), col(entry.next_attempt_at) > now)
    for named in session.exec(select(entry).where(*unread).with_for_update()):
        named.next_attempt_at = min(named.next_attempt_at, now + pause_of(ENTRY_MINUTES, named.attempts))
    session.flush()
    far = now + LONGEST_DELAY
    session.execute(update(host).where(col(host.next_request_at) > far).values(next_request_at=now))
    session.execute(update(host).where(col(host.robots_read_at) > now).values(robots_read_at=None))
