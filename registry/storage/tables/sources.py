"""Sources that are watched for new articles, and what they named."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index, Text, text
from sqlmodel import Field, SQLModel

from registry.schemas.fields import UtcDateTime
from registry.schemas.sources import SourceFields
from registry.storage.tables.registered import new_id

WATCHED = text("disabled_at IS NULL")
UNREAD = text("settled_at IS NULL")


class SourceRow(SourceFields, table=True):
    """A feed or page that is polled."""

    __tablename__ = "source"
    __table_args__ = (
        Index("ix_source_next", "next_poll_at", "id", sqlite_where=WATCHED, postgresql_where=WATCHED),
        Index("uq_source_address", "address", unique=True),
    )

    id: UUID = Field(default_factory=new_id, primary_key=True)
    entered_by_id: UUID = Field(foreign_key="person.id")
    next_poll_at: datetime = Field(sa_type=UtcDateTime)
    polled_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    succeeded_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    failures: int = Field(default=0, ge=0)
    last_error: str | None = Field(default=None, sa_type=Text)
    etag: str | None = Field(default=None, max_length=1000)
    last_modified: str | None = Field(default=None, max_length=200)
    disabled_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    created_at: datetime = Field(sa_type=UtcDateTime)
    version: int = Field(default=1, ge=1)


class SourceEntryRow(SQLModel, table=True):
    """An address that a source named; settled once its article is stored or it was given up."""

    __tablename__ = "source_entry"
    __table_args__ = (
        Index("uq_source_entry_address", "source_id", "address", unique=True),
        Index("ix_source_entry_next", "next_attempt_at", "id", sqlite_where=UNREAD, postgresql_where=UNREAD),
    )

    id: UUID = Field(default_factory=new_id, primary_key=True)
    source_id: UUID = Field(foreign_key="source.id")
    address: str = Field(min_length=8, max_length=2000)
    title: str | None = Field(default=None, max_length=500)
    article_id: UUID | None = Field(default=None, foreign_key="article.id", index=True)
    attempts: int = Field(default=0, ge=0)
    next_attempt_at: datetime = Field(sa_type=UtcDateTime)
    settled_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    last_error: str | None = Field(default=None, sa_type=Text)
    created_at: datetime = Field(sa_type=UtcDateTime)


class WatchedHostRow(SQLModel, table=True):
    """A host that is polled: what its robots.txt says, and when it may be asked again."""

    __tablename__ = "watched_host"

    host: str = Field(min_length=1, max_length=260, primary_key=True)
    robots: str | None = Field(default=None, sa_type=Text)
    robots_read_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    next_request_at: datetime = Field(sa_type=UtcDateTime)
