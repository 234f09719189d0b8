"""Questions: neutral wordings that join predictions about the same event."""

from datetime import date
from uuid import UUID

from sqlalchemy import Text
from sqlmodel import Field, SQLModel

from registry.schemas.fields import Line, Moment, Prose, TimeZone, days, every_field_optional, examples
from registry.schemas.sent import Sent


class QuestionFields(SQLModel):
    """What may be set on a question."""

    wording: Prose = Field(
        min_length=5,
        max_length=1000,
        sa_type=Text,
        description="Neutral, so that every author's statement says yes or no to it.",
        schema_extra=examples("Will the two governments sign a treaty by 15 August 2025?"),
    )
    criteria: Prose | None = Field(default=None, max_length=8000, sa_type=Text, description="Resolution criteria.")
    due_from: date | None = Field(default=None, schema_extra=days())
    due_on: date | None = Field(default=None, schema_extra=days())
    time_zone: TimeZone = Field(default="UTC", max_length=64)


class QuestionNew(Sent, QuestionFields):
    """A question to create."""

    model_config = {"extra": "forbid"}

    slug: Line | None = Field(
        default=None,
        max_length=100,
        schema_extra={"pattern": "^[a-z0-9][a-z0-9-]*$"},
        description="Made of the wording where absent.",
    )


@every_field_optional
class QuestionChange(Sent, QuestionFields):
    """Fields of a question to change."""

    model_config = {"extra": "forbid"}


class Question(QuestionFields):
    """A question as recorded."""

    id: UUID
    slug: str
    n_predictions: int = 0
    created_at: Moment
    version: int
