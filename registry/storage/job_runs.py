"""Runs of jobs, claimed so that each slot is run once however many schedulers there are."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col, select

from registry.storage.tables import JobRunRow
from registry.storage.tables.registered import new_id

GIVEN_UP_AFTER = timedelta(minutes=15)
"""No run takes this long; one that seems to has lost its process."""


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
