"""What the database says of the state of this installation."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func
from sqlmodel import Session, col, select

from registry.storage.migration import revision_of
from registry.storage.tables import JobRunRow, PredictionRow


@dataclass(frozen=True, slots=True)
class State:
    """Facts by which health is judged."""

    database: str
    schema_revision: str | None
    n_due: int
    n_unannounced: int
    last_run: JobRunRow | None


def read_state(session: Session, now: datetime) -> State:
    """The facts as they stand at `now`."""
    is_due = (
        col(PredictionRow.outcome).is_(None),
        col(PredictionRow.withdrawn_at).is_(None),
        col(PredictionRow.due_at) <= now,
    )
    count = select(func.count()).select_from(PredictionRow).where(*is_due)
    last = select(JobRunRow).order_by(col(JobRunRow.started_at).desc(), col(JobRunRow.id).desc()).limit(1)
    return State(
        database=session.get_bind().dialect.name,
        schema_revision=revision_of(session.connection()),
        n_due=session.exec(count).one(),
        n_unannounced=session.exec(count.where(col(PredictionRow.flagged_at).is_(None))).one(),
        last_run=session.exec(last).first(),
    )
