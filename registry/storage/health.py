"""What the database says of the state of this installation."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func
from sqlmodel import Session, col, select

from registry.storage import job_runs
from registry.storage.migration import revision_of
from registry.storage.tables import ChannelRow, JobRunRow, MessageRow, PredictionRow

WATCHED = ("announce", "remind", "send", "watch", "review", "seal")
"""The jobs that have to run all the time."""

REMEMBERED = timedelta(days=1)
"""How long health tells that the clock was set back, though the jobs go on."""


@dataclass(frozen=True, slots=True)
class State:
    """Facts by which health is judged."""

    database: str
    schema_revision: str | None
    n_due: int
    n_unannounced: int
    last_run_at: datetime | None
    last_error: str | None
    n_messages_waiting: int
    n_messages_failed: int
    n_messages_refused: int
    last_refusal: str | None
    oldest_due_at: datetime | None
    last_run_by_any_clock: datetime | None
    clock_set_back: str | None


def read_state(session: Session, now: datetime) -> State:
    """The facts as they stand at `now`."""
    is_due = (
        col(PredictionRow.outcome).is_(None),
        col(PredictionRow.withdrawn_at).is_(None),
        col(PredictionRow.due_at) <= now,
    )
    count = select(func.count()).select_from(PredictionRow).where(*is_due)
    messages = select(func.count()).select_from(MessageRow)
    messages = messages.where(col(MessageRow.sent_at).is_(None), col(MessageRow.dropped_at).is_(None))
    # What a channel that was switched off did not carry has gone another way.
    by_open_channel = col(MessageRow.channel_id).in_(
        select(col(ChannelRow.id)).where(col(ChannelRow.disabled_at).is_(None))
    )
    refused = select(func.count(), func.max(MessageRow.last_error)).where(
        col(MessageRow.sent_at).is_(None),
        col(MessageRow.failed_at).is_(None),
        col(MessageRow.dropped_at).is_(None),
        col(MessageRow.last_error).is_not(None),
    )
    n_refused, last_refusal = session.exec(refused).one()
    set_back = job_runs.last_set_back(session, now - REMEMBERED)
    runs = [run for job in WATCHED if (run := job_runs.latest(session, job))]
    return State(
        database=session.get_bind().dialect.name,
        schema_revision=revision_of(session.connection()),
        n_due=session.exec(count).one(),
        n_unannounced=session.exec(count.where(col(PredictionRow.flagged_at).is_(None))).one(),
        last_run_at=max((run.started_at for run in runs), default=None),
        last_error=next((f"{run.job}: {run.error}" for run in runs if run.error), None),
        n_messages_waiting=session.exec(messages.where(col(MessageRow.failed_at).is_(None))).one(),
        n_messages_failed=session.exec(messages.where(col(MessageRow.failed_at).is_not(None), by_open_channel)).one(),
        n_messages_refused=n_refused,
        last_refusal=last_refusal,
        oldest_due_at=session.exec(select(func.min(PredictionRow.due_at)).where(*is_due)).one(),
        last_run_by_any_clock=session.exec(select(func.max(JobRunRow.started_at))).one(),
        clock_set_back=set_back.error if set_back else None,
    )
