"""Queries about collections."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import func
from sqlmodel import Session, col, select

from registry.domain.errors import Missing
from registry.schemas.collections import Collection
from registry.storage.keyset import Slice, Sort, read_slice
from registry.storage.tables import CollectionRow, PredictionRow

BY_SLUG = Sort("collections by slug", (CollectionRow.slug,))


def at_slug(session: Session, slug: str) -> CollectionRow:
    """The collection of that slug. Raises Missing."""
    row = session.exec(select(CollectionRow).where(col(CollectionRow.slug) == slug)).first()
    if row is None:
        raise Missing(f"There is no collection “{slug}”. List them with GET /collections.")
    return row


def for_change(session: Session, slug: str) -> CollectionRow:
    """The collection of that slug, locked until the transaction ends. Raises Missing."""
    query = select(CollectionRow).where(col(CollectionRow.id) == at_slug(session, slug).id)
    return session.exec(query.with_for_update().execution_options(populate_existing=True)).one()


def named(session: Session, name: str) -> CollectionRow | None:
    """The collection of that name, in capitals or not."""
    return session.exec(select(CollectionRow).where(func.lower(CollectionRow.name) == name.lower())).first()


def slug_is_taken(session: Session, slug: str) -> bool:
    """Whether a collection has that slug."""
    return session.exec(select(CollectionRow.id).where(col(CollectionRow.slug) == slug)).first() is not None


def read_all(session: Session, cursor: str | None, limit: int) -> Slice[CollectionRow]:
    """All collections in the order of slugs."""
    return read_slice(session, select(CollectionRow), BY_SLUG, cursor, limit)


def present(session: Session, rows: Sequence[CollectionRow]) -> list[Collection]:
    """Collections as they are read, in the order of `rows`."""
    numbers = _numbers(session, [row.id for row in rows])
    return [Collection.model_validate(row, update={"n_predictions": numbers.get(row.id, 0)}) for row in rows]


def _numbers(session: Session, ids: Iterable[UUID]) -> dict[UUID | None, int]:
    query = (
        select(PredictionRow.collection_id, func.count())
        .where(col(PredictionRow.collection_id).in_(ids), col(PredictionRow.withdrawn_at).is_(None))
        .group_by(col(PredictionRow.collection_id))
    )
    return dict(session.exec(query).all())
