"""Reminders of predictions, and how often somebody is reminded."""

from typing import Annotated
from uuid import UUID

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel

from registry.domain.reminders import AGAIN_DAYS, BEFORE_DAYS, MOST_DAYS
from registry.domain.vocabulary import ChannelKind, MessageState
from registry.schemas.fields import Line, Moment, examples
from registry.schemas.sent import Sent

Days = Annotated[int, Field(ge=1, le=MOST_DAYS)]


class ReminderScheduleFields(SQLModel):
    """How often somebody is reminded."""

    before_days: list[Days] = Field(
        default=list(BEFORE_DAYS),
        max_length=10,
        sa_type=JSON,
        description="Days before a prediction falls due on which somebody is reminded.",
        schema_extra=examples([7, 1]),
    )
    again_days: int = Field(
        default=AGAIN_DAYS,
        ge=0,
        le=MOST_DAYS,
        description="Days between reminders once it is due, until it is judged; 0 for a single reminder.",
    )


class ReminderScheduleNew(Sent, ReminderScheduleFields):
    """The schedule of an author, of a collection, or (with neither) of the whole registry."""

    model_config = {"extra": "forbid"}

    author: Line | None = Field(default=None, max_length=200, description="Slug.")
    collection: Line | None = Field(default=None, max_length=100, description="Slug.")


class ReminderSchedule(ReminderScheduleFields):
    """A schedule as recorded. That of the author comes before that of the collection, then the registry's."""

    id: UUID
    author: str | None = Field(default=None, description="Slug.")
    collection: str | None = Field(default=None, description="Slug.")
    created_at: Moment
    version: int


class Delivery(SQLModel):
    """What became of a reminder in one channel."""

    channel: ChannelKind
    message: UUID | None = Field(default=None, description="Missing while it waits for the next digest.")
    state: MessageState = Field(
        description="`dropped` where the prediction was settled or put off before the message was written."
    )
    attempts: int = 0
    sent_at: Moment | None = None
    last_error: str | None = None


class Reminder(SQLModel):
    """A reminder of a prediction."""

    id: UUID
    due_round: int
    stage: str = Field(description="`before-3` (days before), `due`, or `after-5` (days after).")
    recipient: str
    planned_for: Moment
    created_at: Moment
    deliveries: list[Delivery] = Field(default_factory=list)


class FeedToken(SQLModel):
    """Addresses of a person's calendar and feed. The token is shown once."""

    token: str
    calendar: str = Field(description="Subscribe to it in a calendar program.")
    feed: str = Field(description="Subscribe to it in a feed reader.")
