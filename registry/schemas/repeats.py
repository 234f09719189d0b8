"""Repeats: predictions on record that a new claim of the same author restates, changes or contradicts."""

from datetime import date

from sqlmodel import Field, SQLModel

from registry.domain.vocabulary import Polarity
from registry.schemas.fields import Line, Prose, days
from registry.schemas.predictions import Prediction
from registry.schemas.sent import Sent


class ClaimAsked(Sent):
    """A claim that is about to be put on record."""

    author: Line = Field(min_length=1, max_length=200, description="Slug, name or alias.")
    statement: Prose = Field(min_length=5, max_length=4000)
    language: Line | None = Field(
        default=None, schema_extra={"pattern": "^[a-z]{2}$"}, description="Found in the statement where absent."
    )
    polarity: Polarity | None = Field(default=None, description="Read from the statement's denials where absent.")
    probability: float | None = Field(default=None, ge=0, le=1)
    due_from: date | None = Field(default=None, schema_extra=days())
    due_on: date | None = Field(default=None, schema_extra=days())
    condition: Prose | None = Field(default=None, max_length=2000)


class RepeatDifference(SQLModel):
    """A part in which the claim differs from the prediction on record."""

    part: str = Field(description="polarity, probability, due_on, amount or wording.")
    before: str
    after: str


class Likeness(SQLModel):
    """How alike a claim and a prediction on record are."""

    relation: str = Field(description="`restates`, `changed` (the goalposts moved) or `contradicts`.")
    score: float = Field(description="How alike the two are, from 0 to 1.")
    differences: list[RepeatDifference] = Field(default_factory=list)


class Repeat(Likeness):
    """How a claim relates to a prediction on record."""

    prediction: Prediction
