"""An author's predictions as the search for repeats compares them."""

from typing import Literal

from sqlmodel import Session, col, select

from registry.domain.duplicates import ClaimRecord
from registry.domain.vocabulary import Polarity
from registry.storage.author_names import known_as
from registry.storage.prediction_filters import ON_RECORD
from registry.storage.tables import CandidateRow, PredictionRow

_POLARITIES: dict[str, Literal["yes", "no"]] = {Polarity.yes: "yes", Polarity.no: "no"}
AT_MOST = 2_000
"""Latest predictions of an author that are compared; who says more repeats oneself sooner."""


def claims_of(session: Session, author: str, language: str) -> tuple[list[PredictionRow], list[ClaimRecord]]:
    """The latest predictions of whoever that slug, name or alias leads to, none where it leads to nobody.

    A prediction without a language is compared in `language`.
    """
    known = known_as(session, [author]).get(author)
    if known is None:
        return [], []
    query = (
        select(PredictionRow)
        .where(col(PredictionRow.author_id) == known.id, ON_RECORD)
        .order_by(col(PredictionRow.made_on).desc(), col(PredictionRow.id).desc())
        .limit(AT_MOST)
    )
    rows = list(session.exec(query).all())
    return rows, [claim_of(row, author, language) for row in rows]


def claim_of(row: PredictionRow | CandidateRow, author: str, language: str) -> ClaimRecord:
    """A prediction, or a candidate for one, as the search compares it."""
    return ClaimRecord(
        key=str(row.id),
        author=author,
        statement=row.statement,
        language=row.language or language,
        polarity=_POLARITIES.get(row.polarity or ""),
        probability=row.probability,
        due_from=row.due_from,
        due_on=row.due_on,
        condition=row.condition,
    )
