"""What need not be kept for ever: job runs, answers to requests that are not repeated, words that were sent."""

from datetime import datetime, timedelta

from sqlalchemy import delete, update
from sqlmodel import Session, col

from registry.storage.tables import IdempotencyRecordRow, JobRunRow, MessageRow

JOB_RUNS_KEPT = timedelta(days=14)
ANSWERS_KEPT = timedelta(days=7)
WORDS_KEPT = timedelta(days=30)


def forget_old_traces(session: Session, *, now: datetime) -> int:
    """Remove job runs, idempotency records and words of sent messages past their time; returns how many."""
    runs = delete(JobRunRow).where(col(JobRunRow.slot) < now - JOB_RUNS_KEPT).returning(col(JobRunRow.id))
    record = IdempotencyRecordRow
    answers = delete(record).where(col(record.created_at) < now - ANSWERS_KEPT).returning(col(record.id))
    message = MessageRow
    words = (
        update(message)
        .where(col(message.sent_at) < now - WORDS_KEPT, col(message.body).is_not(None))
        .values(body=None, content=None)
        .returning(col(message.id))
    )
    return sum(len(session.execute(statement).all()) for statement in (runs, answers, words))
