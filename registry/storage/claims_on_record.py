"""Predictions on record that make one of some claims: the same words by the same author on the same days."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from sqlmodel import Session, col, select

from registry.domain.peers import folded, peer_key
from registry.storage.parts import in_parts
from registry.storage.prediction_filters import ON_RECORD
from registry.storage.tables import PredictionRow


class ClaimOf(NamedTuple):
    """What two entries of one claim have in common. `statement` counts as `folded` has it."""

    author_id: UUID
    statement: str
    made_on: date
    due_on: date | None
    ref: str | None


class Sought(NamedTuple):
    """A claim to look for, and the question that it is filed under."""

    claim: ClaimOf
    question_id: UUID | None


def find_claims(session: Session, sought: Sequence[Sought]) -> dict[ClaimOf, list[PredictionRow]]:
    """The predictions on record that make each of these claims, the oldest entry first."""
    wanted = {one.claim for one in sought}
    ids = [row.id for row in _alike(session, sought) if _claim(row) in wanted]
    found: dict[ClaimOf, list[PredictionRow]] = defaultdict(list)
    for part in in_parts(ids):
        query = select(PredictionRow).where(col(PredictionRow.id).in_(part)).order_by(col(PredictionRow.id))
        for row in session.exec(query):
            found[_claim(row)].append(row)
    return found


def _alike(session: Session, sought: Sequence[Sought]) -> Iterator[Any]:
    # By what is indexed: the key that peers share, and for undated claims, which have none, the author.
    keys = {(peer_key(one.question_id, one.claim.statement, one.claim.due_on), one.claim.author_id) for one in sought}
    row = PredictionRow
    query = select(row.id, row.author_id, row.statement, row.made_on, row.due_on, row.ref).where(ON_RECORD)  # type: ignore[call-overload]
    for part in in_parts({key for key, _ in keys if key is not None}):
        yield from session.execute(query.where(col(row.peer_key).in_(part)))
    for authors in in_parts({author for key, author in keys if key is None}):
        yield from session.execute(query.where(col(row.author_id).in_(authors), col(row.due_on).is_(None)))


def _claim(row: Any) -> ClaimOf:
    return ClaimOf(row.author_id, folded(row.statement), row.made_on, row.due_on, row.ref)
