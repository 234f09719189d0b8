"""History, and what makes a repeated request harmless."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, Index, Text
from sqlmodel import Field, SQLModel

from registry.schemas.fields import UtcDateTime
from registry.storage.tables.registered import new_id


class EventRow(SQLModel, table=True):
    """One line of history."""

    __tablename__ = "event"
    __table_args__ = (Index("ix_event_noun", "noun", "noun_id", "at", "id"),)

    id: UUID = Field(default_factory=new_id, primary_key=True)
    position: int | None = Field(default=None, ge=1, sa_type=BigInteger, unique=True)
    at: datetime = Field(sa_type=UtcDateTime)
    person_id: UUID | None = Field(default=None, foreign_key="person.id")
    key_id: UUID | None = Field(default=None, foreign_key="api_key.id")
    verb: str = Field(min_length=1, max_length=40)
    noun: str = Field(min_length=1, max_length=40)
    noun_id: UUID
    noun_version: int = Field(ge=1)
    body: str = Field(sa_type=Text)
    digest: str = Field(min_length=64, max_length=64)


class EventTextRow(SQLModel, table=True):
    """Free text of an event, apart from it, so that a takedown can remove the words and keep the hash."""

    __tablename__ = "event_text"

    event_id: UUID = Field(foreign_key="event.id", primary_key=True)
    field: str = Field(min_length=1, max_length=60, primary_key=True)
    salt: str = Field(min_length=32, max_length=32)
    text: str | None = Field(default=None, sa_type=Text)


class IdempotencyRecordRow(SQLModel, table=True):
    """The answer that a request with an Idempotency-Key got."""

    __tablename__ = "idempotency_record"
    __table_args__ = (Index("uq_idempotency_record_key", "person_id", "key", unique=True),)

    id: UUID = Field(default_factory=new_id, primary_key=True)
    person_id: UUID = Field(foreign_key="person.id")
    key: str = Field(min_length=1, max_length=255)
    request_digest: str = Field(min_length=64, max_length=64)
    status: int = Field(ge=200, le=599)
    headers: str = Field(sa_type=Text)
    body: str = Field(sa_type=Text)
    created_at: datetime = Field(sa_type=UtcDateTime, index=True)
