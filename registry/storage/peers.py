"""Peer scores of one author's predictions: the rows of others that predicted the same."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, exists
from sqlmodel import Session, col, select

from registry.domain.peers import peer_scores
from registry.domain.vocabulary import Kind
from registry.schemas.track_records import RecordFilter
from registry.storage.parts import in_parts
from registry.storage.record_filters import PREDICTION, row_conditions, scope
from registry.storage.record_rows import AT_ONCE, rows_at
from registry.storage.tables import PredictionRow

_OTHER = PredictionRow.__table__.alias("other")  # type: ignore[attr-defined]


def of_author(
    session: Session, author_id: UUID, wanted: RecordFilter, *, as_of: datetime, now: datetime
) -> list[float]:
    """The peer scores of an author's predictions that the filter lets through and others predicted as well.

    The others' predictions come from the same collection, or outside separate ones; no other part of
    the filter narrows them. Raises Missing for a collection that does not exist.
    """
    keys = _shared_keys(session, author_id, [*row_conditions(session, wanted)])
    if not keys:
        return []
    among = scope(session, wanted, PREDICTION.collection_id)
    found = [
        one
        for part in in_parts(keys, AT_ONCE)
        for one in rows_at(session, as_of, now, among, PREDICTION.peer_key.in_(part))
    ]
    own = _own(session, author_id, wanted)
    scores = peer_scores([row for _, row in found])
    return [score for (row_id, _), score in zip(found, scores, strict=True) if row_id in own and score is not None]


def _shared_keys(session: Session, author_id: UUID, conditions: list[ColumnElement[bool]]) -> list[str]:
    """The keys of the author's predictions that stand under another author's prediction too."""
    shared = exists().where(
        _OTHER.c.peer_key == PREDICTION.peer_key,
        _OTHER.c.author_id != author_id,
        _OTHER.c.probability.is_not(None),
    )
    query = select(PREDICTION.peer_key).where(
        PREDICTION.author_id == author_id,
        PREDICTION.peer_key.is_not(None),
        PREDICTION.probability.is_not(None),
        PREDICTION.kind != Kind.announcement,
        *conditions,
        shared,
    )
    return sorted(set(session.exec(query)))


def _own(session: Session, author_id: UUID, wanted: RecordFilter) -> set[UUID]:
    query = select(PredictionRow.id).where(col(PredictionRow.author_id) == author_id, *row_conditions(session, wanted))
    return set(session.exec(query).all())
