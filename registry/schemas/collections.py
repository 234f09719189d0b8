"""Collections: named sets of predictions with a sampling rule."""

from datetime import date
from uuid import UUID

from sqlalchemy import Text
from sqlmodel import Field, SQLModel

from registry.schemas.fields import Line, Moment, Prose, days, every_field_optional, examples
from registry.schemas.sent import Sent


class CollectionFields(SQLModel):
    """What may be set on a collection."""

    name: Line = Field(min_length=1, max_length=200, schema_extra=examples("Columns on the war, 2025"))
    description: Prose | None = Field(default=None, max_length=4000, sa_type=Text)
    sampling_rule: Prose | None = Field(
        default=None,
        max_length=2000,
        sa_type=Text,
        description="How it was decided what goes in, so that a reader can judge the record's fairness.",
        schema_extra=examples("every forecast in the outlet's commentaries of the period"),
    )
    period_from: date | None = Field(default=None, schema_extra=days())
    period_to: date | None = Field(default=None, schema_extra=days())
    separate: bool = Field(
        default=False,
        description="Kept out of every record that does not ask for it by name, as demo data is.",
    )


class CollectionNew(Sent, CollectionFields):
    """A collection to create."""

    model_config = {"extra": "forbid"}


@every_field_optional
class CollectionChange(Sent, CollectionFields):
    """Fields of a collection to change."""

    model_config = {"extra": "forbid"}


class Collection(CollectionFields):
    """A collection as recorded."""

    id: UUID
    slug: str
    n_predictions: int = 0
    created_at: Moment
    version: int
