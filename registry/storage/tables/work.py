"""What the scheduler did."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index, Text
from sqlmodel import Field, SQLModel

from registry.schemas.fields import UtcDateTime
from registry.storage.tables.registered import new_id


class JobRunRow(SQLModel, table=True):
    """One run of one job. The slot is the instant it was due, so that two runners cannot both claim it."""

    __tablename__ = "job_run"
    __table_args__ = (Index("uq_job_run_slot", "job", "slot", unique=True),)

    id: UUID = Field(default_factory=new_id, primary_key=True)
    job: str = Field(min_length=1, max_length=60)
    slot: datetime = Field(sa_type=UtcDateTime)
    started_at: datetime = Field(sa_type=UtcDateTime)
    finished_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    n_done: int = Field(default=0, ge=0)
    error: str | None = Field(default=None, sa_type=Text)
