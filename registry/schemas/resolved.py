"""Resolved predictions of an author: what stands behind the figures of a track record."""

from datetime import date
from uuid import UUID

from sqlmodel import Field, SQLModel

from registry.domain.calls import Unscored
from registry.domain.vocabulary import AnnulReason, Outcome, ProbabilityBasis
from registry.schemas.fields import Moment
from registry.schemas.track_records import RecordFilter


class ResolvedFilter(RecordFilter):
    """Which part of an author's predictions, and how many of each list to read."""

    latest: int = Field(default=100, ge=0, le=1000, description="Of the scored ones, those known last.")
    extremes: int = Field(default=3, ge=0, le=50, description="Of the best and of the worst calls.")
    unscored: int = Field(default=10, ge=0, le=200, description="Of those that could not be scored.")


class ResolvedPrediction(SQLModel):
    """A resolved prediction as it stood at the instant asked for."""

    id: UUID
    statement: str
    made_on: date | None
    due_on: date | None
    known_on: date | None
    probability: float | None
    probability_low: float | None
    probability_high: float | None
    probability_basis: ProbabilityBasis | None
    baseline: float | None = Field(description="0.5 counts where absent.")
    outcome: Outcome
    share: float | None
    hit: bool | None = Field(description="Whether the call was right; absent where it is none.")
    brier: float | None
    baseline_brier: float | None = Field(description="Brier score of the baseline.")


class QuotedPrediction(ResolvedPrediction):
    """The same with the author's words, and why it was not scored where it was not."""

    quote: str | None = Field(default=None, description="The exact words, where they were entered.")
    said_in: str | None = Field(default=None, description="Outlet, source or address of that place.")
    reported_by: str | None = None
    unscored: Unscored | None = None
    annul_reason: AnnulReason | None = None


class UnscoredCount(SQLModel):
    """How many could not be scored for one reason."""

    unscored: Unscored
    annul_reason: AnnulReason | None = None
    n: int


class ResolvedPredictions(SQLModel):
    """The lists that were asked for, each with the number of all that belong to it."""

    as_of: Moment
    n_scored: int
    n_hits: int
    n_misses: int
    n_unscored: int
    latest: list[ResolvedPrediction] = Field(description="Scored ones, those known last first.")
    best: list[QuotedPrediction] = Field(
        description="Hits, those first whose Brier score lies furthest below that of their baseline."
    )
    worst: list[QuotedPrediction] = Field(
        description="Misses, those first whose Brier score lies furthest above that of their baseline."
    )
    unscored: list[QuotedPrediction] = Field(description="Those known last first.")
    reasons: list[UnscoredCount] = Field(description="Why those could not be scored, the most frequent reason first.")
