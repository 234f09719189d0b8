"""Sums over predictions, kept up to date, so that records and boards need not read every row."""

from uuid import UUID

from sqlalchemy import BigInteger
from sqlmodel import Field, SQLModel

ALL_TAGS = ""
"""Stands in `tag` for the cell of every prediction, whatever its tags."""

NO_COLLECTION = UUID(int=0)
"""Stands in `collection_id` for predictions outside collections."""

NO_BASIS = ""
"""Stands in `basis` for predictions without a probability."""

UNSCORED = -1
"""Stands in `bin` for predictions that enter no score."""


class RollupRow(SQLModel, table=True):
    """A cell: sums over the predictions of one author, collection, tag, basis and month of `made_on`.

    The names are those of `registry.domain.tally.Sums`. Open and due predictions are told apart by the
    time alone, so their cells hold both together in `n_unresolved`. `bin` is the bin of the probability and
    `ranked` tells whether the predictions count for ranks. A prediction stands in the cell of each of its
    tags and in that of all tags.
    """

    __tablename__ = "rollup"
    __table_args__ = ({"sqlite_with_rowid": False},)

    # The tag stands first: a board reads all cells of one tag, a record those of one tag and author.
    tag: str = Field(max_length=50, primary_key=True)
    author_id: UUID = Field(foreign_key="author.id", primary_key=True)
    collection_id: UUID = Field(primary_key=True)
    basis: str = Field(max_length=16, primary_key=True)
    month: str = Field(min_length=7, max_length=7, primary_key=True)
    ranked: bool = Field(primary_key=True)
    bin: int = Field(ge=UNSCORED, le=9, primary_key=True)
    n: int = Field(default=0, sa_type=BigInteger)
    n_unresolved: int = Field(default=0, sa_type=BigInteger)
    n_scored: int = Field(default=0, sa_type=BigInteger)
    n_ambiguous: int = Field(default=0, sa_type=BigInteger)
    n_annulled: int = Field(default=0, sa_type=BigInteger)
    n_without_probability: int = Field(default=0, sa_type=BigInteger)
    n_late: int = Field(default=0, sa_type=BigInteger)
    n_announcements: int = Field(default=0, sa_type=BigInteger)
    n_withdrawn: int = Field(default=0, sa_type=BigInteger)
    n_calls: int = Field(default=0, sa_type=BigInteger)
    n_hits: int = Field(default=0, sa_type=BigInteger)
    brier: int = Field(default=0, sa_type=BigInteger)
    brier_square: int = Field(default=0, sa_type=BigInteger)
    brier_cube: int = Field(default=0, sa_type=BigInteger)
    baseline: int = Field(default=0, sa_type=BigInteger)
    baseline_square: int = Field(default=0, sa_type=BigInteger)
    brier_baseline: int = Field(default=0, sa_type=BigInteger)
    brier_if_low: int = Field(default=0, sa_type=BigInteger)
    brier_if_high: int = Field(default=0, sa_type=BigInteger)
    log_score: int = Field(default=0, sa_type=BigInteger)
    probability: int = Field(default=0, sa_type=BigInteger)
    outcome: int = Field(default=0, sa_type=BigInteger)
    outcome_square: int = Field(default=0, sa_type=BigInteger)
    boldness: int = Field(default=0, sa_type=BigInteger)
    n_lead: int = Field(default=0, sa_type=BigInteger)
    lead_days: int = Field(default=0, sa_type=BigInteger)
    claim_outcome: int = Field(default=0, sa_type=BigInteger)
    claim_outcome_square: int = Field(default=0, sa_type=BigInteger)
    claim_baseline: int = Field(default=0, sa_type=BigInteger)
