"""Candidates: predictions found in articles, waiting for a person."""

from datetime import date
from typing import Literal
from uuid import UUID

from sqlalchemy import JSON, String, Text
from sqlmodel import Field, SQLModel

from registry.domain.vocabulary import CandidateState, Grade, Kind, Polarity, ProbabilityBasis
from registry.schemas.authors import NewAuthors
from registry.schemas.fields import NOTHING_ELSE, Line, Moment, Prose, days, every_field_optional, examples
from registry.schemas.predictions import Prediction, PredictionFields, Tag
from registry.schemas.repeats import Likeness
from registry.schemas.sent import Sent


class CriteriaCheck(SQLModel):
    """One question that resolution criteria should answer."""

    name: Literal["who", "what", "when", "how_much", "source"]
    met: bool = Field(description="Whether the claim answers it.")
    hint: Line | None = Field(default=None, max_length=300, description="What to add where it does not.")


class CandidateFields(SQLModel):
    """What an extractor says of a passage."""

    statement: Prose = Field(max_length=4000, sa_type=Text, description="The claim, self-contained.")
    quotes: list[tuple[int, int]] = Field(
        sa_type=JSON, description="Places in the article's text: [start, end) in characters."
    )
    speaker: Line | None = Field(default=None, max_length=200, description="Who predicts, if the text says.")
    attributed: bool = Field(default=False, description="Someone other than the article's author speaks.")
    polarity: Polarity = Field(default=Polarity.yes, sa_type=String(8))
    kind: Kind = Field(default=Kind.forecast, sa_type=String(16))
    condition: Prose | None = Field(default=None, max_length=2000, sa_type=Text)
    hedge: Line | None = Field(default=None, max_length=200)
    probability: float | None = Field(default=None, ge=0, le=1)
    probability_low: float | None = Field(default=None, ge=0, le=1)
    probability_high: float | None = Field(default=None, ge=0, le=1)
    probability_basis: ProbabilityBasis | None = Field(default=None, sa_type=String(16))
    made_on: date | None = Field(default=None, schema_extra=days())
    due_from: date | None = Field(default=None, schema_extra=days())
    due_on: date | None = Field(default=None, schema_extra=days())
    due_text: Line | None = Field(default=None, max_length=300, description="The words that give the window.")
    due_rule: Line | None = Field(default=None, max_length=100, description="The rule that read them.")
    due_place: tuple[int, int] | None = Field(
        default=None,
        sa_type=JSON,
        description="Where those words stand in the article's text: [start, end) in characters.",
    )
    due_precision: Line | None = Field(
        default=None, max_length=12, description="What was named: day, week, month, quarter, season, year, ..."
    )
    due_inferred: bool = Field(
        default=False, description="Something was supplied that the words leave out: a year, the day of an event."
    )
    due_alternative: date | None = Field(
        default=None, schema_extra=days(), description="Last day of the window under another reading of the words."
    )
    criteria: Prose | None = Field(default=None, max_length=8000, sa_type=Text)
    review_on: date | None = Field(
        default=None, schema_extra=days(), description="Of an undated claim: the day on which to look again."
    )
    horizon_on: date | None = Field(
        default=None, schema_extra=days(), description="Of an undated claim: the day of a verdict at the latest."
    )
    horizon_reason: Line | None = Field(default=None, max_length=300, description="Why that horizon is proposed.")
    grade: Grade = Field(default=Grade.soft, sa_type=String(8))
    checklist: list[CriteriaCheck] = Field(
        default_factory=list, sa_type=JSON, description="What the criteria answer, and what to add to them."
    )
    checklist_grade: Grade | None = Field(
        default=None,
        sa_type=String(8),
        description="The grade by the checklist; `vague` where nobody could observe what the statement says.",
    )
    confidence: float = Field(default=0.5, ge=0, le=1, description="How sure the extractor is.")
    language: Line | None = Field(default=None, max_length=2)
    hedge_table_version: Line | None = Field(default=None, max_length=50)
    extractor: Line = Field(max_length=50, description="Which extractor found it.")
    extractor_version: Line = Field(max_length=50)


class Candidate(CandidateFields):
    """A candidate as recorded."""

    id: UUID
    article_id: UUID
    state: CandidateState
    quoted: list[str] = Field(default_factory=list, description="The words at each place in `quotes`.")
    missing: list[str] = Field(default_factory=list, description="What a prediction needs and the text does not give.")
    prediction_id: UUID | None = None
    decided_at: Moment | None = None
    rejected_reason: str | None = None
    created_at: Moment
    version: int


@every_field_optional
class CandidateCorrection(Sent, PredictionFields):
    """Fields of the prediction that differ from the candidate's."""

    model_config = NOTHING_ELSE


class CandidateAccept(Sent):
    """Accept a candidate, corrected where needed. What is absent is taken from the candidate."""

    model_config = NOTHING_ELSE

    author: Line | None = Field(
        default=None, max_length=200, description="Slug or name; the candidate's speaker where absent."
    )
    new_authors: NewAuthors = NewAuthors.refuse
    changes: CandidateCorrection = Field(
        default_factory=lambda: CandidateCorrection.model_validate({}),
        description="Fields of a prediction that differ from the candidate's, as in POST /predictions.",
        schema_extra=examples({"due_on": "2025-08-15", "probability": 0.9}),
    )
    reported_by: Line | None = Field(
        default=None,
        max_length=200,
        description="Who reported the speaker's words; the article's byline where absent.",
    )
    repeats: UUID | None = Field(
        default=None, description="Accept as one more mention of this prediction instead of a new one."
    )
    collection: Line | None = Field(default=None, max_length=100, description="Slug of a collection.")
    question: Line | None = Field(default=None, max_length=100, description="Slug or id of a question.")
    tags: list[Tag] = Field(default_factory=list, max_length=20)
    revises: UUID | None = Field(
        default=None, description="The earlier prediction that this one changes, as GET /repeats finds it."
    )


class CandidateReject(Sent):
    """Why a candidate is not put on record."""

    model_config = NOTHING_ELSE

    reason: Prose = Field(
        min_length=2,
        max_length=500,
        description="Kept with the candidate.",
        schema_extra=examples("a wish, not a forecast"),
    )


class CandidateAccepted(SQLModel):
    """The candidate and the prediction that it became or joined."""

    candidate: Candidate
    prediction: Prediction
    likeness: Likeness | None = Field(
        default=None,
        description="Of a repetition: how the claim, as it was found, compares with the prediction; null where "
        "the two have little in common.",
    )


class CandidatesReject(CandidateReject):
    """Why some candidates are not put on record."""

    ids: list[UUID] = Field(min_length=1, max_length=500, description="All of them are rejected, or none.")


class CandidatesFound(SQLModel):
    """What another look at an article brought."""

    added: list[Candidate] = Field(description="Found for the first time.")
    updated: list[Candidate] = Field(description="Waiting ones that are now read differently.")
    n_unchanged: int = Field(description="Found as before, or decided on already.")
    notes: list[str] = Field(default_factory=list)
