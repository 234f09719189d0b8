"""Mentions: the places where a claim was made."""

from datetime import date
from uuid import UUID

from sqlalchemy import Text
from sqlmodel import Field, SQLModel

from registry.schemas.fields import NOTHING_ELSE, Address, Line, Moment, Verbatim, days, examples
from registry.schemas.sent import Sent


class MentionFields(SQLModel):
    """What may be set on a mention."""

    quote: Verbatim | None = Field(
        default=None, min_length=1, max_length=8000, sa_type=Text, description="The exact words."
    )
    article_id: UUID | None = Field(default=None, description="The stored article that they stand in.")
    quote_start: int | None = Field(
        default=None,
        ge=0,
        description="First character of the quote in the article's text; found by itself where absent.",
    )
    quote_end: int | None = Field(default=None, ge=0, description="First character after the quote.")
    address: Address | None = Field(
        default=None,
        max_length=2000,
        description="Where it can be read.",
        schema_extra=examples("https://example.org/column"),
    )
    archived_address: Address | None = Field(default=None, max_length=2000, description="An archived copy.")
    source: Line | None = Field(
        default=None, max_length=500, description="The place in words, where there is no address."
    )
    outlet: Line | None = Field(default=None, max_length=200)
    reported_by: Line | None = Field(
        default=None,
        max_length=200,
        description="Who reported the author's words, if not the author.",
        schema_extra=examples("Vitaly Portnikov"),
    )
    said_on: date | None = Field(default=None, schema_extra=days(), description="Day on which it was said.")


class MentionNew(Sent, MentionFields):
    """A mention to add."""

    model_config = NOTHING_ELSE


class Mention(MentionFields):
    """A mention as recorded."""

    id: UUID
    prediction_id: UUID
    quote_checked: bool = Field(description="The article's text at the offsets equals the quote.")
    created_at: Moment
