"""Health: whether the registry does its work."""

from sqlmodel import Field, SQLModel

from registry.domain.vocabulary import Extractor
from registry.schemas.fields import Moment


class SchedulerHealth(SQLModel):
    """What the scheduler last did."""

    last_run_at: Moment | None = None
    late: bool = Field(description="It has not run when it should have.")
    last_error: str | None = None


class Health(SQLModel):
    """State of this installation."""

    status: str = Field(description="`ok`, or `degraded` where something needs attention.")
    version: str
    database: str = Field(description="sqlite or postgresql.")
    schema_revision: str | None
    now: Moment
    scheduler: SchedulerHealth
    n_due: int = 0
    n_unannounced: int = Field(default=0, description="Due and not yet announced.")
    oldest_due_at: Moment | None = Field(default=None, description="Since when the longest due waits.")
    n_messages_waiting: int = Field(default=0, description="Messages that are to be delivered.")
    n_messages_failed: int = Field(default=0, description="Messages that were given up; try them again.")
    extractors: list[Extractor] = Field(
        default_factory=lambda: [Extractor.rules], description="What articles can be searched with here."
    )
    remarks: list[str] = Field(default_factory=list)
