"""Predictions: accepted claims of one author."""

from datetime import date
from operator import attrgetter
from typing import Annotated
from uuid import UUID

from pydantic import SkipValidation, StringConstraints, model_validator
from sqlalchemy import String, Text
from sqlmodel import Field, SQLModel

from registry.domain.vocabulary import (
    AnnulReason,
    Grade,
    Kind,
    MadeOnBasis,
    Outcome,
    Polarity,
    ProbabilityBasis,
    Status,
    Urgency,
)
from registry.schemas.authors import AuthorBrief, NewAuthors
from registry.schemas.fields import (
    NOTHING_ELSE,
    Address,
    Line,
    Moment,
    Prose,
    TimeZone,
    Verbatim,
    days,
    every_field_optional,
    examples,
)
from registry.schemas.judgements import Judgement
from registry.schemas.mentions import Mention, MentionNew
from registry.schemas.sent import Sent

Tag = Annotated[Line, StringConstraints(min_length=1, max_length=50, to_lower=True)]


class PredictionFields(SQLModel):
    """What may be set on a prediction."""

    statement: Prose = Field(
        min_length=5,
        max_length=4000,
        sa_type=Text,
        description="Worded as the author asserts it, negation included.",
        schema_extra=examples("No real peace agreement will be signed at the Alaska summit."),
    )
    language: Line | None = Field(
        default=None,
        max_length=2,
        schema_extra={"pattern": "^[a-z]{2}$", "examples": ["en"]},
        description="ISO 639-1 code of the statement.",
    )
    kind: Kind = Field(default=Kind.forecast, sa_type=String(16), description="Announcements are kept, never scored.")
    grade: Grade | None = Field(default=None, sa_type=String(8), description="How checkable it is as it stands.")
    polarity: Polarity | None = Field(
        default=None, sa_type=String(8), description="Describes the wording; enters no formula."
    )
    condition: Prose | None = Field(
        default=None, max_length=2000, sa_type=Text, description="Of a conditional: what has to hold first."
    )
    condition_met: bool | None = Field(default=None, description="Whether the condition came to hold.")
    condition_decided_on: date | None = Field(default=None, schema_extra=days())
    criteria: Prose | None = Field(
        default=None,
        min_length=1,
        max_length=8000,
        sa_type=Text,
        description="What decides, by which kind of source. "
        "Where absent, the statement's own words, marked as missing.",
        schema_extra=examples("Yes if neither side announces a signed agreement by the end of 15 August 2025."),
    )
    made_on: date = Field(schema_extra=days("2025-08-10"), description="Day on which it was said.")
    made_on_basis: MadeOnBasis = Field(
        default=MadeOnBasis.entered, sa_type=String(16), description="How that day is known."
    )
    due_from: date | None = Field(
        default=None, schema_extra=days(), description="First day of the window, if it has one."
    )
    due_on: date | None = Field(
        default=None,
        schema_extra=days("2025-08-15"),
        description="Last day of the window, inclusive, in the prediction's time zone.",
    )
    due_text: Line | None = Field(default=None, max_length=300, description="The author's words for the window.")
    due_rule: Line | None = Field(default=None, max_length=100, description="The rule that read those words.")
    time_zone: TimeZone | None = Field(
        default=None,
        max_length=64,
        description="IANA zone in which its days are counted; the registry's where absent.",
    )
    review_on: date | None = Field(
        default=None,
        schema_extra=days(),
        description="Of an undated prediction: when to look again; 180 days after made_on where absent.",
    )
    horizon_on: date | None = Field(
        default=None,
        schema_extra=days(),
        description="Of an undated prediction: when a verdict is due at last.",
    )
    probability: float | None = Field(
        default=None,
        ge=0,
        le=1,
        description="Of the statement as worded, from 0 to 1; absent where the author gives none.",
        schema_extra=examples(0.9),
    )
    probability_low: float | None = Field(default=None, ge=0, le=1, description="Lower end of what the words allow.")
    probability_high: float | None = Field(default=None, ge=0, le=1, description="Upper end of what the words allow.")
    probability_basis: ProbabilityBasis | None = Field(
        default=None,
        sa_type=String(16),
        description="`stated`, `hedged` or `assumed`; the last two need low and high. `stated` where absent.",
    )
    hedge: Line | None = Field(default=None, max_length=200, description="The words that carry the certainty.")
    hedge_table_version: Line | None = Field(default=None, max_length=50)
    baseline: float | None = Field(
        default=None,
        ge=0,
        le=1,
        description="What a reference (market, crowd, base rate) gave the statement then.",
    )
    baseline_source: Line | None = Field(default=None, max_length=500, description="Which reference.")
    sense: int = Field(
        default=1,
        ge=-1,
        le=1,
        description="+1 where the statement says yes to its question, -1 where it says no.",
    )
    muted: bool = Field(default=False, description="Send no reminders about it.")


class PredictionLinks(SQLModel):
    """Other things that a prediction is tied to, by the names that callers know."""

    question: Line | None = Field(default=None, max_length=100, description="Slug or id of a question.")
    collection: Line | None = Field(default=None, max_length=100, description="Slug of a collection.")
    revises: UUID | None = Field(default=None, description="The earlier prediction that this one changes.")
    assignee: Line | None = Field(default=None, max_length=200, description="Name of the person who is to judge it.")
    tags: list[Tag] = Field(default_factory=list, max_length=20, schema_extra=examples(["ukraine", "diplomacy"]))


class PlaceInShort(SQLModel):
    """One mention told beside the prediction, for whoever has no more than one."""

    quote: Verbatim | None = Field(default=None, min_length=1, max_length=8000, description="The exact words.")
    source_url: Address | None = Field(default=None, max_length=2000, description="Where it can be read.")
    source: Line | None = Field(default=None, max_length=500, description="The place in words.")
    outlet: Line | None = Field(default=None, max_length=200, description="Who published it.")
    reported_by: Line | None = Field(
        default=None, max_length=200, description="Who reported the author's words, if not the author."
    )


_place_of = attrgetter(*PlaceInShort.model_fields)
_NO_PLACE = (None,) * len(PlaceInShort.model_fields)


class PredictionNew(Sent, PredictionFields, PredictionLinks, PlaceInShort):
    """A prediction to record."""

    model_config = NOTHING_ELSE

    author: Line = Field(
        min_length=1,
        max_length=200,
        description="Slug, name or alias of whoever says it: the speaker, not the reporter.",
        schema_extra=examples("Mark Rutte"),
    )
    new_authors: NewAuthors = Field(default=NewAuthors.refuse, description="What to do with an unknown author.")
    ref: Line | None = Field(default=None, max_length=200, description="Your own id for it; unique among yours.")
    mentions: list[MentionNew] = Field(default_factory=list, max_length=20, description="Where it was said.")

    @model_validator(mode="after")
    def _place_becomes_a_mention(self) -> "PredictionNew":
        if _place_of(self) != _NO_PLACE:
            told = {name: getattr(self, name) for name in PlaceInShort.model_fields}
            self.mentions = [MentionNew(address=told.pop("source_url"), **told), *self.mentions]
            for name in PlaceInShort.model_fields:
                setattr(self, name, None)
        return self


class PredictionBatch(Sent):
    """Many predictions, all recorded or none."""

    model_config = NOTHING_ELSE

    # Each is checked by itself, so that all faults of all predictions come in one answer.
    predictions: list[Annotated[PredictionNew, SkipValidation]] = Field(min_length=1, max_length=1000)
    new_authors: NewAuthors | None = Field(default=None, description="Overrules each prediction's own choice.")


@every_field_optional
class PredictionChange(Sent, PredictionFields, PredictionLinks):
    """Fields of a prediction to correct. A changed mind of the author is a new prediction that `revises`."""

    model_config = NOTHING_ELSE

    author: Line = Field(min_length=1, max_length=200, description="Slug, name or alias.")
    new_authors: NewAuthors = NewAuthors.refuse
    reason: Prose | None = Field(default=None, max_length=2000, description="Why; kept in the history.")


class Withdraw(Sent):
    """Why a prediction is taken off the record. A tombstone stays."""

    model_config = NOTHING_ELSE

    reason: Prose = Field(min_length=2, max_length=2000, schema_extra=examples("entered twice"))


class Snooze(Sent):
    """Too early to tell: when to look again, and why."""

    model_config = NOTHING_ELSE

    until: date = Field(schema_extra=days("2026-12-01"), description="Day on which it comes back.")
    reason: Prose = Field(min_length=2, max_length=2000, schema_extra=examples("final figures come in November"))


class Prediction(PredictionFields):
    """A prediction as recorded, with what follows from it."""

    id: UUID
    ref: str | None = None
    author: AuthorBrief
    entered_as: AuthorBrief | None = Field(default=None, description="The author as entered, where merged since.")
    criteria: str
    criteria_missing: bool = Field(description="Nobody wrote criteria; the statement's own words stand in.")
    time_zone: str
    status: Status
    urgency: Urgency | None = Field(default=None, description="Of an unresolved prediction.")
    due_at: Moment = Field(description="From this instant on it can be judged.")
    annulment_proposed: bool = Field(
        default=False, description="Its condition was not met and nobody has annulled it yet."
    )
    verdict_demanded: bool = Field(default=False, description="Its horizon has come: it cannot be put off any more.")
    due_round: int
    flagged_at: Moment | None = Field(default=None, description="When the scheduler announced it.")
    snoozed_until: date | None = None
    outcome: Outcome | None = Field(default=None, description="Of the judgement in force.")
    share: float | None = None
    annul_reason: AnnulReason | None = None
    known_on: date | None = None
    disputed: bool = Field(default=False, description="A second judgement differs and nobody has decided.")
    brier: float | None = Field(default=None, description="Brier score of this prediction, 0 best.")
    log_score: float | None = Field(default=None, description="Log score of this prediction, 0 best.")
    late: bool = Field(default=False, description="Entered after the outcome was known.")
    question: str | None = Field(default=None, description="Slug of its question.")
    collection: str | None = Field(default=None, description="Slug of its collection.")
    revises: UUID | None = None
    assignee: str | None = None
    tags: list[str] = Field(default_factory=list)
    withdrawn_at: Moment | None = None
    withdrawn_reason: str | None = None
    entered_by: str
    extractor: str | None = None
    extractor_version: str | None = None
    created_at: Moment
    version: int


class PredictionDetail(Prediction):
    """A prediction with where it was said and how it was judged."""

    mentions: list[Mention] = Field(default_factory=list)
    judgements: list[Judgement] = Field(default_factory=list)
    revised_by: list[UUID] = Field(default_factory=list)


class BatchFault(SQLModel):
    """One thing wrong in a batch."""

    where: str = Field(description="Index and field, such as `3.probability`.")
    message: str
    suggestions: list[str] = Field(default_factory=list)


class BatchReport(SQLModel):
    """What a batch did, or in a dry run would do."""

    dry_run: bool
    n: int
    faults: list[BatchFault] = Field(default_factory=list)
    created_authors: list[str] = Field(default_factory=list)
    predictions: list[Prediction] = Field(default_factory=list)
