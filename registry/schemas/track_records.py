"""Track records: what an author's word has been worth."""

from datetime import date

from pydantic import ValidationInfo, field_validator
from sqlmodel import Field, SQLModel

from registry.domain.vocabulary import Kind, ProbabilityBasis
from registry.schemas.authors import AuthorBrief
from registry.schemas.fields import Line, Moment, MomentOrDay, days
from registry.schemas.sent import Sent


class RecordFilter(Sent):
    """Which predictions a record or a board is of; all that are given must hold."""

    collection: Line | None = Field(
        default=None, max_length=100, description="Slug; all but separate collections where absent."
    )
    tag: Line | None = Field(default=None, max_length=50)
    basis: ProbabilityBasis | None = Field(default=None, description="Only probabilities of this basis.")
    kind: Kind | None = None
    hedge: Line | None = Field(
        default=None, max_length=200, description="The words that carry the certainty, as recorded."
    )
    outlet: Line | None = Field(default=None, max_length=200, description="Said in this outlet.")
    reported_by: Line | None = Field(default=None, max_length=200, description="Reported by this person.")
    made_from: date | None = Field(default=None, schema_extra=days(), description="made_on on or after it.")
    made_to: date | None = Field(default=None, schema_extra=days(), description="made_on on or before it.")
    as_of: MomentOrDay | None = Field(
        default=None,
        description="What was entered and judged by then: an instant, or a day for its end in UTC; now where absent.",
    )

    @field_validator("made_to")
    @classmethod
    def _comes_after(cls, made_to: date | None, info: ValidationInfo) -> date | None:
        made_from = info.data.get("made_from")
        if made_to is not None and made_from is not None and made_to < made_from:
            raise ValueError(f"lies before made_from, {made_from}; exchange the two")
        return made_to


class TrackRecordFilter(RecordFilter):
    """Which part of an author's predictions a record is of, and whether to look closer."""

    detailed: bool = Field(
        default=False, description="Add the CORP curve, resampled intervals, and the record by tag and year."
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


class CorpPoint(SQLModel):
    """A probability that was said: how often, the frequency that belongs to it, and the band of chance."""

    probability: float
    n: int
    frequency: float
    band_low: float
    band_high: float


class CorpCurve(SQLModel):
    """The CORP reliability curve; brier = miscalibration - discrimination + uncertainty."""

    points: list[CorpPoint]
    miscalibration: float
    discrimination: float
    uncertainty: float


class PartialRecord(SQLModel):
    """The record of one tag or one year of `made_on`."""

    name: str = Field(description="The tag, or the year.")
    n_scored: int
    brier: float | None
    skill: float | None
    skill_low: float | None
    skill_high: float | None
    too_few: bool


class TrackRecordDetails(SQLModel):
    """What takes longer to compute: the curve, intervals by resampling, and parts of the record."""

    corp: CorpCurve | None = Field(default=None, description="Absent while nothing is scored.")
    brier_resampled_low: float | None = None
    brier_resampled_high: float | None = None
    skill_resampled_low: float | None = None
    skill_resampled_high: float | None = None
    by_tag: list[PartialRecord] = Field(default_factory=list, description="Those with most scored rows first.")
    by_year: list[PartialRecord] = Field(default_factory=list, description="By year of made_on.")


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
    too_few: bool = Field(description="The intervals of the scores cannot be relied on yet.")
    baseline_brier: float | None = None
    boldness: float | None = Field(default=None, description="Mean distance of p from the baseline.")
    lead_days: float | None = Field(default=None, description="Mean days from saying it to its outcome.")
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
    peer_score_low: float | None = None
    peer_score_high: float | None = None
    n_peers: int = 0
    details: TrackRecordDetails | None = Field(default=None, description="Only where asked for.")
