"""Articles: published texts that were read."""

from datetime import date
from typing import Any
from uuid import UUID

from pydantic import model_validator
from sqlalchemy import Text
from sqlmodel import Field, SQLModel

from registry.domain.vocabulary import Extractor, MadeOnBasis
from registry.schemas.fields import (
    NOTHING_ELSE,
    Address,
    Line,
    Moment,
    Verbatim,
    days,
    every_field_optional,
    examples,
)
from registry.schemas.sent import Sent

_EXTRACTOR = (
    "Who looks: the offline `rules`, or the language `model` that this registry is set up with; it is sent the text. "
    "Where the model fails, the rules take over and `notes` say so."
)


def _criteria_language() -> Any:
    return Field(
        default=None,
        max_length=2,
        schema_extra={"pattern": "^[a-z]{2}$", "examples": ["en"]},
        description="Language of the draft criteria (`de` or `en`); the article's own where absent.",
    )


LONGEST_TEXT = 10_000_000
LONGEST_ADDRESS = 2000


class ArticleFields(SQLModel):
    """What is known about an article beside its text."""

    title: Line | None = Field(default=None, max_length=500, description="Headline.")
    outlet: Line | None = Field(
        default=None, max_length=200, description="Who published it.", schema_extra=examples("Morning Post")
    )
    language: Line | None = Field(
        default=None,
        max_length=2,
        schema_extra={"pattern": "^[a-z]{2}$", "examples": ["de"]},
        description="ISO 639-1 code of the text's language.",
    )
    byline: Line | None = Field(
        default=None,
        max_length=200,
        description="Who wrote it, as the article says.",
        schema_extra=examples("Eva Lind"),
    )
    published_on: date | None = Field(default=None, schema_extra=days("2025-08-10"), description="Day of publication.")


class ArticleFacts(Sent, ArticleFields):
    """What the person who gives an article says of it."""

    model_config = NOTHING_ELSE

    address: Address | None = Field(default=None, max_length=LONGEST_ADDRESS, description="Where it can be read.")
    supersedes: UUID | None = Field(default=None, description="The earlier article of which this is the changed text.")
    author: Line | None = Field(
        default=None,
        max_length=200,
        description="Whose view unattributed statements are; the byline where absent.",
    )
    extract: bool = Field(default=True, description="Look for candidates at once.")
    extractor: Extractor = Field(default=Extractor.rules, description=_EXTRACTOR)
    criteria_language: Line | None = _criteria_language()


class ArticleNew(ArticleFacts):
    """An article to read: its text, or the address to fetch it from."""

    text: Verbatim | None = Field(
        default=None,
        min_length=1,
        max_length=LONGEST_TEXT,
        description="The text as published. Without it the registry fetches the page at `address`.",
    )

    @model_validator(mode="after")
    def _has_a_source(self) -> "ArticleNew":
        if self.text is None and self.address is None:
            raise ValueError("give `text`, or an `address` to fetch it from")
        return self


@every_field_optional
class ArticleChange(Sent, ArticleFields):
    """Facts about an article to correct. Its text never changes: a new text is a new article."""

    model_config = NOTHING_ELSE


class ArticleBrief(ArticleFields):
    """An article without its text."""

    id: UUID
    addresses: list[str] = Field(default_factory=list)
    sha256: str = Field(description="SHA-256 of the text in UTF-8, hexadecimal.")
    published_basis: MadeOnBasis | None = Field(default=None, description="How the day of publication is known.")
    supersedes: UUID | None = Field(default=None, description="The earlier article whose text this changed.")
    superseded_by: UUID | None = Field(default=None, description="The later article with the changed text.")
    notes: list[str] = Field(
        default_factory=list, description="What was inferred when it was read, and what looks incomplete."
    )
    n_characters: int
    n_candidates: int = 0
    n_waiting: int = Field(default=0, description="Candidates that nobody has decided on yet.")
    created_at: Moment
    version: int


class Article(ArticleBrief):
    """An article with its text."""

    text: str = Field(sa_type=Text, description="The text; offsets of quotes count its characters.")


class ExtractAgain(Sent):
    """How to look for candidates once more. What is absent is taken from the article."""

    model_config = NOTHING_ELSE

    author: Line | None = Field(
        default=None,
        max_length=200,
        description="Whose view unattributed statements are; the byline where absent.",
    )
    language: Line | None = Field(
        default=None, max_length=2, schema_extra={"pattern": "^[a-z]{2}$", "examples": ["de"]}
    )
    published_on: date | None = Field(default=None, schema_extra=days("2025-08-10"))
    extractor: Extractor = Field(default=Extractor.rules, description=_EXTRACTOR)
    criteria_language: Line | None = _criteria_language()
