"""Leaderboards: authors compared by what is proved at least."""

from sqlmodel import Field, SQLModel

from registry.domain.ranking import WIDEST, Metric, Unranked
from registry.schemas.authors import AuthorBrief
from registry.schemas.fields import Moment
from registry.schemas.track_records import RecordFilter


class LeaderboardFilter(RecordFilter):
    """Which predictions a board compares, by what, and which of its lines to read."""

    metric: Metric = Field(
        default=Metric.skill, description="Ranked by the bound of its 95 % interval that is proved at least."
    )
    minimum: int = Field(default=0, ge=0, le=10**6, description="Fewest scored predictions for a rank.")
    widest: float = Field(
        default=WIDEST, gt=0, le=100, description="Widest 95 % interval of a skill that still gets a rank."
    )
    limit: int = Field(default=100, ge=1, le=1000, description="How many lines at most.")
    offset: int = Field(default=0, ge=0, description="How many lines to leave out at the top.")


class LeaderboardLine(SQLModel):
    """One author on a board. Only predictions that count for ranks enter its figures."""

    rank: int | None = Field(description="From 1; equal bounds share it. Absent for who cannot be ranked.")
    unranked: Unranked | None = Field(description="Why there is no rank.")
    author: AuthorBrief
    bound: float | None = Field(description="What the author is ranked by.")
    n_scored: int
    n_resolved: int
    unscored_share: float | None = Field(description="Part of the resolved that could not be scored.")
    skill: float | None
    skill_low: float | None
    skill_high: float | None
    shrunk_skill: float | None = Field(description="Drawn towards all authors; short records more.")
    shrunk_skill_low: float | None
    shrunk_skill_high: float | None
    weight: float | None = Field(description="What the author's own record counts for in it, 0 to 1.")
    brier: float | None
    brier_low: float | None
    brier_high: float | None
    log_score: float | None
    hit_rate: float | None
    hit_rate_low: float | None
    hit_rate_high: float | None
    n_calls: int
    n_hits: int
    boldness: float | None
    lead_days: float | None


class Leaderboard(SQLModel):
    """A board, or a part of its lines; what it was computed from is told so that it can be reproduced."""

    metric: Metric
    minimum: int
    widest: float
    as_of: Moment
    score_version: int
    n_rows: int = Field(description="Scored predictions behind the board.")
    n_authors: int
    n_ranked: int
    inputs_sha256: str = Field(
        description="Of the authors' slugs and sums; equal hashes mean equal boards. See docs/scores.md."
    )
    offset: int
    lines: list[LeaderboardLine]
