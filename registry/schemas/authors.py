"""Authors, who make predictions, and the names they go by."""

from enum import StrEnum
from uuid import UUID

from sqlalchemy import String
from sqlmodel import Field, SQLModel

from registry.domain.vocabulary import AuthorKind
from registry.schemas.fields import NOTHING_ELSE, Line, Moment, Prose, every_field_optional, examples
from registry.schemas.sent import Sent


class NewAuthors(StrEnum):
    """What to do with a name that no author carries."""

    refuse = "refuse"
    create = "create"


class AuthorFields(SQLModel):
    """What may be set on an author."""

    name: Line = Field(
        min_length=1,
        max_length=200,
        description="The name as it should be shown.",
        schema_extra=examples("Mark Rutte"),
    )
    kind: AuthorKind = Field(
        default=AuthorKind.person, sa_type=String(16), description="person, organisation or group."
    )
    description: Prose | None = Field(
        default=None,
        max_length=2000,
        description="Office or field, to tell namesakes apart.",
        schema_extra=examples("Secretary General of NATO"),
    )
    wikidata: Line | None = Field(
        default=None,
        max_length=20,
        schema_extra={"pattern": "^Q[1-9][0-9]*$", "examples": ["Q57792"]},
        description="Item on Wikidata.",
    )


class AuthorNew(Sent, AuthorFields):
    """An author to create."""

    model_config = NOTHING_ELSE

    aliases: list[Line] = Field(default_factory=list, max_length=50, description="Other names that the author goes by.")


@every_field_optional
class AuthorChange(Sent, AuthorFields):
    """Fields of an author to change."""

    model_config = NOTHING_ELSE


class AuthorBrief(SQLModel):
    """An author, named."""

    slug: str
    name: str


class Author(AuthorFields):
    """An author as recorded."""

    id: UUID
    slug: str = Field(description="Stands for the author in addresses.")
    aliases: list[str] = Field(default_factory=list, description="All other names, in alphabetical order.")
    merged_into: str | None = Field(default=None, description="Slug of the author that this one was merged into.")
    absorbed: list[AuthorBrief] = Field(default_factory=list, description="Authors that were merged into this one.")
    n_predictions: int = Field(default=0, description="Predictions on record, withdrawn ones left out.")
    created_at: Moment
    version: int


class AliasNew(Sent):
    """Another name of an author."""

    model_config = NOTHING_ELSE

    name: Line = Field(min_length=1, max_length=200, schema_extra=examples("M. Rutte"))


class AuthorMerge(Sent):
    """Which author is to stand for another one."""

    model_config = NOTHING_ELSE

    into: Line = Field(
        min_length=1,
        max_length=200,
        description="Slug, name or alias of the author that remains.",
        schema_extra=examples("mark-rutte"),
    )
