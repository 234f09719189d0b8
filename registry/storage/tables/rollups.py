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


def _total() -> int:
    # Every sum is a column of its own, so that the database adds them up.
    value: int = Field(default=0, sa_type=BigInteger)
    return value


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
    n: int = _total()
    n_unresolved: int = _total()
    n_scored: int = _total()
    n_ambiguous: int = _total()
    n_annulled: int = _total()
    n_without_probability: int = _total()
    n_late: int = _total()
    n_announcements: int = _total()
    n_withdrawn: int = _total()
    n_calls: int = _total()
    n_hits: int = _total()
    brier: int = _total()
    brier_square: int = _total()
    brier_cube: int = _total()
    baseline: int = _total()
    baseline_square: int = _total()
    brier_baseline: int = _total()
    brier_if_low: int = _total()
    brier_if_high: int = _total()
    log_score: int = _total()
    probability: int = _total()
    outcome: int = _total()
    outcome_square: int = _total()
    boldness: int = _total()
    n_lead: int = _total()
    lead_days: int = _total()
    claim_outcome: int = _total()
    claim_outcome_square: int = _total()
    claim_baseline: int = _total()
