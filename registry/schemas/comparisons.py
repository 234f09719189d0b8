"""Comparisons: a few authors on the questions that they share."""

from sqlmodel import Field, SQLModel

from registry.schemas.authors import AuthorBrief
from registry.schemas.fields import Line, Moment
from registry.schemas.track_records import RecordFilter

MOST = 5
"""Authors that one comparison may hold."""


class ComparisonFilter(RecordFilter):
    """Whom to compare, on which predictions."""

    author: list[Line] = Field(min_length=2, max_length=MOST, description="Slugs of two to five authors.")


class ComparedAuthor(SQLModel):
    """One author, on the questions that others of the comparison predicted as well."""

    author: AuthorBrief
    n_shared: int = Field(description="Scored predictions that can be compared.")
    peer_score_mean: float | None = Field(description="Against the others of this comparison alone; above 0 is better.")
    peer_score_low: float | None
    peer_score_high: float | None
    brier: float | None = Field(description="On the shared questions.")
    brier_low: float | None
    brier_high: float | None


class Comparison(SQLModel):
    """The authors in the order asked for."""

    as_of: Moment
    score_version: int
    n_questions: int = Field(description="Questions that at least two of the authors predicted, judged alike.")
    authors: list[ComparedAuthor]
