"""Runs of jobs, claimed so that each slot is run once however many schedulers there are."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import delete, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col, select

from registry.storage.tables import JobRunRow
from registry.storage.tables.registered import new_id

GIVEN_UP_AFTER = timedelta(minutes=15)
"""No run takes this long; one that seems to has lost its process."""

SET_BACK = "clock"
"""The job under whose name it is written down that the clock was set back."""


def claim(session: Session, job: str, slot: datetime, now: datetime) -> UUID | None:
    """Claim the slot of a job; None when somebody has it.

    A run that was never finished is taken over after `GIVEN_UP_AFTER`: whoever began it is dead.
    """
    values = {"id": new_id(), "job": job, "slot": slot, "started_at": now, "n_done": 0}
    table = JobRunRow.__table__  # type: ignore[attr-defined]
    dialect = session.get_bind().dialect.name
    make = postgresql.insert if dialect == "postgresql" else sqlite.insert
    claimed = make(table).values(**values).on_conflict_do_nothing().returning(table.c.id)
    return session.execute(claimed).scalar_one_or_none() or _take_over(session, job, slot, now)


def _take_over(session: Session, job: str, slot: datetime, now: datetime) -> UUID | None:
    taken = (
        update(JobRunRow)
        .where(
            col(JobRunRow.job) == job,
            col(JobRunRow.slot) == slot,
            col(JobRunRow.finished_at).is_(None),
            col(JobRunRow.started_at) <= now - GIVEN_UP_AFTER,
        )
        .values(started_at=now)
        .returning(col(JobRunRow.id))
    )
    return session.execute(taken).scalar_one_or_none()


def finish(session: Session, run_id: UUID, now: datetime, n_done: int, error: str | None) -> None:
    """Write down how a run ended."""
    session.execute(
        update(JobRunRow).where(col(JobRunRow.id) == run_id).values(finished_at=now, n_done=n_done, error=error)
    )


def latest(session: Session, job: str) -> JobRunRow | None:
    """The last run of a job that came to an end."""
    query = select(JobRunRow).where(col(JobRunRow.job) == job, col(JobRunRow.finished_at).is_not(None))
    return session.exec(query.order_by(col(JobRunRow.slot).desc()).limit(1)).first()


def latest_slot(session: Session, jobs: Sequence[str]) -> datetime | None:
    """The latest slot that any of these jobs has claimed."""
    slot = col(JobRunRow.slot)
    slots: list[datetime] = []
    for job in jobs:  # each a look at the end of the index, however many runs are kept
        slots += session.exec(select(slot).where(col(JobRunRow.job) == job).order_by(slot.desc()).limit(1)).all()
    return max(slots, default=None)


def give_back(session: Session, now: datetime) -> datetime | None:
    """Forget the runs of slots after `now`, so that these can be claimed again; the latest of these slots."""
    given_back = delete(JobRunRow).where(col(JobRunRow.slot) > now).returning(col(JobRunRow.slot))
    return max((slot for (slot,) in session.execute(given_back)), default=None)


def write_set_back(session: Session, now: datetime, latest_slot: datetime, n_mended: int) -> None:
    """Write down that the clock was set back to `now`, after slots up to `latest_slot` had been run."""
    error = f"The clock was set back by {latest_slot - now}, from {latest_slot.isoformat()} to {now.isoformat()}."
    session.execute(delete(JobRunRow).where(col(JobRunRow.job) == SET_BACK, col(JobRunRow.slot) == now))
    session.add(JobRunRow(job=SET_BACK, slot=now, started_at=now, finished_at=now, n_done=n_mended, error=error))
    session.flush()


def last_set_back(session: Session, since: datetime) -> JobRunRow | None:
    """The last time after `since` at which the clock was found set back."""
    query = select(JobRunRow).where(col(JobRunRow.job) == SET_BACK, col(JobRunRow.slot) > since)
    return session.exec(query.order_by(col(JobRunRow.slot).desc()).limit(1)).first()
