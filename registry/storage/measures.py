"""Numbers by which the registry's work is watched."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import case, func
from sqlalchemy import select as select_columns
from sqlmodel import Session, col, select

from registry.storage.health import State, read_state
from registry.storage.tables import JobRunRow, MessageRow

RECENT = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class JobMeasures:
    """The runs of a job that began within the last day: how many, failed, unfinished, what they did."""

    job: str
    n_runs: int
    n_failed: int
    n_done: int
    last_started_at: datetime


@dataclass(frozen=True, slots=True)
class Measures:
    """All numbers at one instant. Messages sent and attempts are those of the last day."""

    state: State
    jobs: Sequence[JobMeasures]
    n_messages_sent: int
    n_attempts: int


def read_measures(session: Session, now: datetime) -> Measures:
    """The numbers as they stand at `now`."""
    since, run = now - RECENT, JobRunRow
    failed = func.sum(case((col(run.error).is_not(None), 1), else_=0))
    runs = (
        select_columns(col(run.job), func.count(), failed, func.sum(run.n_done), func.max(run.started_at))
        .where(col(run.slot) > since)
        .group_by(col(run.job))
        .order_by(col(run.job))
    )
    sent = func.sum(case((col(MessageRow.sent_at).is_not(None), 1), else_=0))
    recent = select(func.coalesce(sent, 0), func.coalesce(func.sum(MessageRow.attempts), 0))
    n_sent, n_attempts = session.exec(recent.where(col(MessageRow.created_at) > since)).one()
    return Measures(
        state=read_state(session, now),
        jobs=[JobMeasures(*found) for found in session.execute(runs)],
        n_messages_sent=int(n_sent),
        n_attempts=int(n_attempts),
    )
