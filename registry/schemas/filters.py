"""What lists can be narrowed to."""

from datetime import date
from enum import StrEnum

from sqlmodel import Field, SQLModel

from registry.domain.vocabulary import Kind, Outcome, Status, Urgency
from registry.schemas.fields import Line, days
from registry.schemas.sent import Sent


class PredictionSort(StrEnum):
    """Orders of the list of predictions; a leading minus means the latest first."""

    made = "made"
    made_latest = "-made"
    due = "due"
    due_latest = "-due"
    created = "created"
    created_latest = "-created"


class PredictionNarrowing(Sent):
    """Which predictions are meant; all that are given must hold."""

    author: Line | None = Field(default=None, max_length=200, description="Slug, name or alias.")
    status: Status | None = Field(default=None, description="Withdrawn ones are listed only when asked for.")
    urgency: Urgency | None = Field(default=None, description="Of unresolved ones.")
    tag: Line | None = Field(default=None, max_length=50)
    text: Line | None = Field(
        default=None, max_length=200, description="Words that all stand in the statement or its criteria."
    )
    collection: Line | None = Field(default=None, max_length=100, description="Slug.")
    question: Line | None = Field(default=None, max_length=100, description="Slug or id.")
    article: Line | None = Field(default=None, max_length=40, description="Id of the article quoted.")
    kind: Kind | None = None
    outcome: Outcome | None = None
    disputed: bool | None = None
    undated: bool | None = Field(default=None, description="Without a last day; reviewed from time to time instead.")
    assignee: Line | None = Field(default=None, max_length=200, description="Name of a person.")
    reported_by: Line | None = Field(default=None, max_length=200)
    outlet: Line | None = Field(default=None, max_length=200)
    made_from: date | None = Field(default=None, schema_extra=days())
    made_to: date | None = Field(default=None, schema_extra=days())
    due_from: date | None = Field(default=None, schema_extra=days(), description="due_on on or after it.")
    due_to: date | None = Field(default=None, schema_extra=days(), description="due_on on or before it.")


class PredictionFilter(PredictionNarrowing):
    """Which predictions to list, and in which order."""

    sort: PredictionSort = PredictionSort.created_latest


class PredictionCount(SQLModel):
    """How many predictions fulfil a filter."""

    n: int
