"""Reminders: what was planned, by which channels it goes out, and what became of it.

A reminder is recorded once. For each channel of its recipient there is one delivery, which joins a message;
the message's id is the key by which a receiver knows a repetition.
"""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, Text, text
from sqlmodel import Field, SQLModel

from registry.schemas.channels import ChannelFields
from registry.schemas.fields import UtcDateTime
from registry.schemas.reminders import ReminderScheduleFields
from registry.storage.tables.registered import new_id

NOT_IN_A_MESSAGE = text("message_id IS NULL AND dropped_at IS NULL")
WAITING = text("sent_at IS NULL AND failed_at IS NULL AND dropped_at IS NULL")
NOT_DROPPED = text("dropped_at IS NULL")
IN_FORCE = text("revoked_at IS NULL")


class ReminderScheduleRow(ReminderScheduleFields, table=True):
    """How often somebody is reminded: of one author, of one collection, or of the whole registry."""

    __tablename__ = "reminder_schedule"
    __table_args__ = (CheckConstraint("author_id IS NULL OR collection_id IS NULL", "one_scope"),)

    id: UUID = Field(default_factory=new_id, primary_key=True)
    scope: str = Field(min_length=1, max_length=60, unique=True)
    author_id: UUID | None = Field(default=None, foreign_key="author.id")
    collection_id: UUID | None = Field(default=None, foreign_key="collection.id")
    created_at: datetime = Field(sa_type=UtcDateTime)
    version: int = Field(default=1, ge=1)


class ChannelRow(ChannelFields, table=True):
    """A way to reach a person."""

    __tablename__ = "channel"

    id: UUID = Field(default_factory=new_id, primary_key=True)
    person_id: UUID = Field(foreign_key="person.id", index=True)
    secret: str | None = Field(default=None, max_length=200)
    disabled_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    disabled_reason: str | None = Field(default=None, max_length=500)
    created_at: datetime = Field(sa_type=UtcDateTime)
    version: int = Field(default=1, ge=1)


class ReminderRow(SQLModel, table=True):
    """A reminder, recorded before anything is sent."""

    __tablename__ = "reminder"
    __table_args__ = (Index("uq_reminder_once", "prediction_id", "due_round", "stage", "recipient_id", unique=True),)

    id: UUID = Field(default_factory=new_id, primary_key=True)
    prediction_id: UUID = Field(foreign_key="prediction.id")
    due_round: int = Field(ge=1)
    stage: str = Field(min_length=1, max_length=40)
    recipient_id: UUID = Field(foreign_key="person.id", index=True)
    planned_for: datetime = Field(sa_type=UtcDateTime)
    created_at: datetime = Field(sa_type=UtcDateTime)


class MessageRow(SQLModel, table=True):
    """What one channel carries at once. `day` is set on a digest, of which there is one for each day.

    It is dropped where it was out of date before it arrived; what still held went into a later message.
    `may_have_arrived` is set for good once an attempt ended without anybody seeing how.
    """

    __tablename__ = "message"
    __table_args__ = (
        Index(
            "uq_message_digest",
            "channel_id",
            "day",
            unique=True,
            sqlite_where=NOT_DROPPED,
            postgresql_where=NOT_DROPPED,
        ),
        Index("ix_message_next", "next_attempt_at", "id", sqlite_where=WAITING, postgresql_where=WAITING),
        Index("ix_message_created", "created_at", "id"),
    )

    id: UUID = Field(default_factory=new_id, primary_key=True)
    channel_id: UUID = Field(foreign_key="channel.id")
    day: date | None = None
    kind: str = Field(min_length=1, max_length=40)
    subject: str = Field(min_length=1, max_length=300)
    body: str | None = Field(default=None, sa_type=Text)
    content: str | None = Field(default=None, sa_type=Text)
    attempts: int = Field(default=0, ge=0)
    may_have_arrived: bool = False
    next_attempt_at: datetime = Field(sa_type=UtcDateTime)
    sent_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    failed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    dropped_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    last_error: str | None = Field(default=None, sa_type=Text)
    created_at: datetime = Field(sa_type=UtcDateTime)


class DeliveryRow(SQLModel, table=True):
    """A reminder on its way through one channel; without a message it waits for the next one.

    It is dropped where the prediction was settled, put off or given to someone else before it arrived.
    """

    __tablename__ = "delivery"
    __table_args__ = (
        Index(
            "ix_delivery_waiting",
            "channel_id",
            sqlite_where=NOT_IN_A_MESSAGE,
            postgresql_where=NOT_IN_A_MESSAGE,
        ),
    )

    reminder_id: UUID = Field(foreign_key="reminder.id", primary_key=True)
    channel_id: UUID = Field(foreign_key="channel.id", primary_key=True)
    message_id: UUID | None = Field(default=None, foreign_key="message.id", index=True)
    dropped_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class FeedTokenRow(SQLModel, table=True):
    """What opens a person's calendar and feed of due predictions, and nothing else."""

    __tablename__ = "feed_token"
    __table_args__ = (
        Index(
            "uq_feed_token_person",
            "person_id",
            unique=True,
            sqlite_where=IN_FORCE,
            postgresql_where=IN_FORCE,
        ),
    )

    id: UUID = Field(default_factory=new_id, primary_key=True)
    person_id: UUID = Field(foreign_key="person.id")
    prefix: str = Field(min_length=8, max_length=8, unique=True)
    digest: str = Field(min_length=64, max_length=64)
    created_at: datetime = Field(sa_type=UtcDateTime)
    revoked_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
