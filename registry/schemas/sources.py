"""Sources: feeds and pages that are watched for new articles."""

from uuid import UUID

from sqlalchemy import String
from sqlmodel import Field, SQLModel

from registry.domain.vocabulary import SourceKind
from registry.schemas.fields import NOTHING_ELSE, Address, Line, Moment, every_field_optional, examples
from registry.schemas.sent import Sent


class SourceFields(SQLModel):
    """What may be set on a source."""

    kind: SourceKind = Field(
        default=SourceKind.feed,
        sa_type=String(16),
        description="`feed` (RSS, Atom), or `page`: a page that links to an author's articles.",
    )
    address: Address = Field(max_length=2000, schema_extra=examples("https://example.org/feed.xml"))
    title: Line | None = Field(default=None, max_length=300)
    author: Line | None = Field(
        default=None,
        max_length=200,
        description="Whose view unattributed statements are, where an article has no byline.",
    )
    every_minutes: int = Field(
        default=60, ge=15, le=10_080, description="How often it is looked at; less often while it fails."
    )


class SourceNew(Sent, SourceFields):
    """A source to watch."""

    model_config = NOTHING_ELSE


@every_field_optional
class SourceChange(Sent):
    """Fields of a source to change."""

    model_config = NOTHING_ELSE

    title: Line | None = Field(default=None, max_length=300)
    author: Line | None = Field(default=None, max_length=200)
    every_minutes: int = Field(default=60, ge=15, le=10_080)
    disabled: bool = Field(default=False, description="Leave it alone, until it is false again.")


class Source(SourceFields):
    """A source as recorded, and how it fares."""

    id: UUID
    state: str = Field(description="`new`, `ok`, `failing` or `disabled`.")
    last_error: str | None = None
    failures: int = Field(description="Failures in a row.")
    polled_at: Moment | None = None
    succeeded_at: Moment | None = None
    next_poll_at: Moment
    n_entries: int = Field(default=0, description="Addresses that it has named.")
    n_articles: int = Field(default=0, description="Of these, stored as articles.")
    n_failed: int = Field(default=0, description="Of these, given up.")
    disabled_at: Moment | None = None
    created_at: Moment
    version: int


class SourceEntry(SQLModel):
    """An address that a source named."""

    id: UUID
    address: str
    title: str | None = None
    article: UUID | None = None
    attempts: int
    last_error: str | None = None
    settled_at: Moment | None = None
    created_at: Moment


class SourcesImported(SQLModel):
    """What an OPML list brought."""

    n_added: int
    n_known: int
    refused: list[str] = Field(default_factory=list, description="Addresses that were not taken, with why.")
