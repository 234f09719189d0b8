"""Judgements: what a person found to have happened, with evidence."""

from datetime import date
from uuid import UUID

from sqlalchemy import String, Text
from sqlmodel import Field, SQLModel

from registry.domain.vocabulary import AnnulReason, JudgementRole, Outcome
from registry.schemas.fields import NOTHING_ELSE, Address, Moment, Prose, days, examples
from registry.schemas.sent import Sent


class JudgementFields(SQLModel):
    """What may be said in a judgement."""

    role: JudgementRole = Field(
        default=JudgementRole.verdict,
        sa_type=String(16),
        description="`verdict`, an independent `second`, or the `decision` between unlike ones.",
    )
    outcome: Outcome = Field(
        sa_type=String(16),
        description="Did the statement as worded come true?",
        schema_extra=examples("yes"),
    )
    share: float | None = Field(
        default=None, ge=0, le=1, description="With `partly`: how much of it came true, between 0 and 1."
    )
    reason: AnnulReason | None = Field(default=None, sa_type=String(32), description="With `annulled`: why.")
    known_on: date | None = Field(
        default=None,
        schema_extra=days("2025-08-15"),
        description="Day on which the outcome became known; the due day (or today, if earlier) where absent.",
    )
    evidence_url: Address | None = Field(default=None, max_length=2000, description="Where it can be read.")
    archived_url: Address | None = Field(default=None, max_length=2000, description="An archived copy of it.")
    citation: Prose | None = Field(
        default=None,
        max_length=2000,
        sa_type=Text,
        description="The source in words, 10 characters or more, where there is no address.",
        schema_extra=examples("Joint press statement of 15 August 2025, no agreement announced"),
    )
    note: Prose | None = Field(default=None, max_length=8000, sa_type=Text, description="How the verdict was reached.")


class JudgementNew(Sent, JudgementFields):
    """A judgement to record."""

    model_config = NOTHING_ELSE


class QuestionJudgementNew(Sent, JudgementFields):
    """A judgement of a question: each prediction on it is judged in its own sense."""

    model_config = NOTHING_ELSE


class JudgementRetract(Sent):
    """Why a judgement is taken back."""

    model_config = NOTHING_ELSE

    reason: Prose = Field(min_length=2, max_length=2000, schema_extra=examples("read the wrong table"))


class Judgement(JudgementFields):
    """A judgement as recorded. It is never edited, only retracted."""

    id: UUID
    prediction_id: UUID
    person: str = Field(description="Name of the person who judged.")
    known_on_inferred: bool = Field(default=False, description="`known_on` was not given but derived.")
    in_force: bool = Field(default=False, description="This judgement gives the prediction its outcome.")
    created_at: Moment
    retracted_at: Moment | None = None
    retraction_reason: str | None = None
