"""Channels: how a person is reached, and the messages that went that way."""

from datetime import date
from typing import Self
from uuid import UUID

from pydantic import model_validator
from sqlalchemy import String
from sqlmodel import Field, SQLModel

from registry.domain.vocabulary import ChannelKind, MessageState
from registry.schemas.fields import NOTHING_ELSE, Line, Moment, every_field_optional, examples
from registry.schemas.sent import Sent


class ChannelFields(SQLModel):
    """What may be set on a channel."""

    kind: ChannelKind = Field(sa_type=String(16), description="`log`, `email` or `webhook`.")
    address: Line | None = Field(
        default=None,
        max_length=2000,
        description="An e-mail address (the person's own where absent), or the address of a webhook.",
        schema_extra=examples("https://example.org/hooks/registry"),
    )
    digest: bool = Field(
        default=True, description="One message a day at most; otherwise each reminder goes out at once."
    )
    hour: int = Field(
        default=8, ge=0, le=23, description="Not before this hour, in the person's time zone, of a digest."
    )


class ChannelNew(Sent, ChannelFields):
    """A channel to open for yourself."""

    model_config = NOTHING_ELSE

    @model_validator(mode="after")
    def _leads_somewhere(self) -> Self:
        if self.kind == ChannelKind.webhook and not (self.address or "").startswith(("http://", "https://")):
            raise ValueError("a webhook needs an `address` that starts with http:// or https://")
        if self.kind == ChannelKind.email and self.address is not None and "@" not in self.address:
            raise ValueError("`address` must be an e-mail address, or be left out")
        return self


@every_field_optional
class ChannelChange(Sent):
    """Fields of a channel to change."""

    model_config = NOTHING_ELSE

    digest: bool = True
    hour: int = Field(default=8, ge=0, le=23)
    disabled: bool = Field(default=False, description="Send nothing this way, until it is false again.")


class Channel(ChannelFields):
    """A channel as recorded."""

    id: UUID
    person: str = Field(description="Whom it reaches.")
    disabled_at: Moment | None = None
    disabled_reason: str | None = None
    created_at: Moment
    version: int


class ChannelWithSecret(Channel):
    """A new channel. The secret of a webhook cannot be shown again."""

    secret: str | None = Field(
        default=None, description="Of a webhook: what its signatures are verified with (Standard Webhooks)."
    )


class Message(SQLModel):
    """A message that went, or is to go, through a channel."""

    id: UUID = Field(description="Also the key by which a receiver knows a repetition.")
    channel: UUID
    channel_kind: ChannelKind
    recipient: str
    kind: str = Field(description="`reminders`, or `notice` about a channel that was switched off.")
    day: date | None = Field(default=None, description="Of a digest: its day in the recipient's time zone.")
    subject: str
    state: MessageState
    n_predictions: int
    attempts: int
    next_attempt_at: Moment | None = None
    sent_at: Moment | None = None
    failed_at: Moment | None = None
    last_error: str | None = None
    created_at: Moment
