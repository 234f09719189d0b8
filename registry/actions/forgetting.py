"""What need not be kept for ever: finished job runs, and answers to requests that nobody repeats any more."""

from datetime import datetime, timedelta

from sqlalchemy import delete
from sqlmodel import Session, col

from registry.storage.tables import IdempotencyRecordRow, JobRunRow

JOB_RUNS_KEPT = timedelta(days=14)
ANSWERS_KEPT = timedelta(days=7)


def forget_old_traces(session: Session, *, now: datetime) -> int:
    """Remove job runs and idempotency records that are past their time; returns how many rows went."""
    runs = delete(JobRunRow).where(col(JobRunRow.slot) < now - JOB_RUNS_KEPT).returning(col(JobRunRow.id))
    record = IdempotencyRecordRow
    answers = delete(record).where(col(record.created_at) < now - ANSWERS_KEPT).returning(col(record.id))
    return sum(len(session.execute(statement).all()) for statement in (runs, answers))
