"""Track records: what an author's word has been worth."""

from sqlmodel import Field, SQLModel

from registry.domain.vocabulary import ProbabilityBasis
from registry.schemas.authors import AuthorBrief
from registry.schemas.fields import Line, Moment


class TrackRecordFilter(SQLModel):
    """Which part of an author's predictions a record is of."""

    collection: Line | None = Field(
        default=None, max_length=100, description="Slug; all but separate collections where absent."
    )
    tag: Line | None = Field(default=None, max_length=50)
    basis: ProbabilityBasis | None = Field(default=None, description="Only probabilities of this basis.")
    as_of: Moment | None = Field(
        default=None, description="What was entered and judged by then; now where absent."
    )


class CalibrationBin(SQLModel):
    """Statements given about the same probability, and how often they came true."""

    low: float
    high: float
    n: int
    mean_probability: float | None
    frequency: float | None
    frequency_low: float | None
    frequency_high: float | None


class SensitivityPoint(SQLModel):
    """The record with every claim without a probability read at one."""

    probability: float
    n: int
    brier: float | None
    log_score: float | None
    skill: float | None


class TrackRecord(SQLModel):
    """An author's record. Every field is explained in docs/scores.md."""

    author: AuthorBrief
    collection: str | None = Field(default=None, description="Slug, where the record is of one collection.")
    tag: str | None = None
    as_of: Moment
    score_version: int
    n: int = Field(description="Forecasts and conditionals on record, withdrawn ones left out.")
    n_open: int
    n_due: int
    n_resolved: int
    n_scored: int
    n_ambiguous: int
    n_annulled: int
    n_without_probability: int
    n_late: int
    n_announcements: int = Field(description="Kept, never scored.")
    n_withdrawn: int = Field(description="Tombstones; they count in nothing else.")
    n_calls: int
    n_hits: int
    n_no_call: int
    hit_rate: float | None = Field(default=None, description="n_hits / n_calls.")
    hit_rate_low: float | None = None
    hit_rate_high: float | None = None
    brier: float | None = Field(default=None, description="Mean (p - o)², 0 best.")
    brier_low: float | None = None
    brier_high: float | None = None
    brier_if_low: float | None = None
    brier_if_high: float | None = None
    log_score: float | None = None
    skill: float | None = Field(default=None, description="1 - brier / baseline_brier: the headline.")
    skill_low: float | None = None
    skill_high: float | None = None
    baseline_brier: float | None = None
    base_rate: float | None = None
    base_brier: float | None = None
    brier_skill: float | None = None
    reliability: float | None = None
    resolution: float | None = None
    uncertainty: float | None = None
    calibration: list[CalibrationBin] = Field(default_factory=list)
    sensitivity: list[SensitivityPoint] = Field(default_factory=list)
    peer_score_sum: float | None = None
    peer_score_mean: float | None = None
    n_peers: int = 0
