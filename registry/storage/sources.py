"""Sources as stored: which are to be looked at, what they named, and how they fare."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import case, func
from sqlalchemy import select as select_columns
from sqlmodel import Session, col, select

from registry.domain.errors import Missing
from registry.domain.vocabulary import SourceKind
from registry.schemas.pages import Page
from registry.schemas.sources import Source, SourceEntry
from registry.storage.keyset import Sort, read_slice
from registry.storage.tables import SourceEntryRow, SourceRow, WatchedHostRow

BY_ENTRY = Sort("sources", (col(SourceRow.created_at), col(SourceRow.id)))
LATEST = Sort("-entries", (col(SourceEntryRow.created_at), col(SourceEntryRow.id)), descending=True)


def for_change(session: Session, source_id: UUID) -> SourceRow:
    """The source's row, locked. Raises Missing."""
    query = select(SourceRow).where(col(SourceRow.id) == source_id).with_for_update()
    row = session.exec(query.execution_options(populate_existing=True)).first()
    if row is None:
        raise Missing(f"There is no source {source_id}.")
    return row


def read_one(session: Session, source_id: UUID) -> Source:
    """One source. Raises Missing."""
    row = session.get(SourceRow, source_id)
    if row is None:
        raise Missing(f"There is no source {source_id}.")
    return present(session, [row])[0]


def at_address(session: Session, address: str) -> SourceRow | None:
    """The source of that address."""
    return session.exec(select(SourceRow).where(col(SourceRow.address) == address)).first()


def page(session: Session, cursor: str | None, limit: int) -> Page[Source]:
    """Sources in the order in which they were entered."""
    found = read_slice(session, select(SourceRow), BY_ENTRY, cursor, limit)
    return Page[Source](items=present(session, found.rows), next_cursor=found.next_cursor)


def feeds(session: Session) -> list[SourceRow]:
    """Every feed that is watched."""
    query = select(SourceRow).where(col(SourceRow.kind) == SourceKind.feed, col(SourceRow.disabled_at).is_(None))
    return list(session.exec(query.order_by(col(SourceRow.id))).all())


def entry_page(session: Session, source_id: UUID, cursor: str | None, limit: int) -> Page[SourceEntry]:
    """What a source named, the latest first. Raises Missing."""
    if session.get(SourceRow, source_id) is None:
        raise Missing(f"There is no source {source_id}.")
    query = select(SourceEntryRow).where(col(SourceEntryRow.source_id) == source_id)
    found = read_slice(session, query, LATEST, cursor, limit)
    items = [SourceEntry(**row.model_dump(exclude={"article_id"}), article=row.article_id) for row in found.rows]
    return Page[SourceEntry](items=items, next_cursor=found.next_cursor)


def due_sources(session: Session, now: datetime, most: int) -> list[SourceRow]:
    """Sources that are to be looked at, the longest waiting first, locked."""
    query = (
        select(SourceRow)
        .where(col(SourceRow.disabled_at).is_(None), col(SourceRow.next_poll_at) <= now)
        .order_by(col(SourceRow.next_poll_at), col(SourceRow.id))
        .limit(most)
        .with_for_update(skip_locked=True)
    )
    return list(session.exec(query.execution_options(populate_existing=True)).all())


def due_entries(session: Session, now: datetime, most: int) -> list[tuple[SourceEntryRow, SourceRow]]:
    """Entries that are to be read, the longest waiting first, with their sources, locked."""
    entry = SourceEntryRow
    query = (
        select(entry, SourceRow)
        .join(SourceRow, col(SourceRow.id) == col(entry.source_id))
        .where(col(entry.settled_at).is_(None), col(entry.next_attempt_at) <= now)
        .where(col(SourceRow.disabled_at).is_(None))
        .order_by(col(entry.next_attempt_at), col(entry.id))
        .limit(most)
        .with_for_update(skip_locked=True, of=entry)
    )
    return list(session.exec(query.execution_options(populate_existing=True)).all())


def hosts(session: Session, names: Sequence[str]) -> dict[str, WatchedHostRow]:
    """What is known of these hosts, locked."""
    query = select(WatchedHostRow).where(col(WatchedHostRow.host).in_(names)).with_for_update()
    found = session.exec(query.execution_options(populate_existing=True))
    return {row.host: row for row in found}


def present(session: Session, rows: Sequence[SourceRow]) -> list[Source]:
    """Sources as they are read, and how each fares."""
    numbers = _numbers(session, [row.id for row in rows])
    return [Source(**row.model_dump(warnings=False), state=_state(row), **numbers.get(row.id, {})) for row in rows]


def _state(row: SourceRow) -> str:
    if row.disabled_at is not None:
        return "disabled"
    if row.failures:
        return "failing"
    return "ok" if row.succeeded_at is not None else "new"


def _numbers(session: Session, ids: Sequence[UUID]) -> dict[UUID, dict[str, Any]]:
    entry = SourceEntryRow
    stored = func.count(col(entry.article_id))
    given_up = (col(entry.settled_at).is_not(None)) & (col(entry.article_id).is_(None))
    query = (
        select_columns(col(entry.source_id), func.count(), stored, func.sum(case((given_up, 1), else_=0)))
        .where(col(entry.source_id).in_(ids))
        .group_by(col(entry.source_id))
    )
    return {
        source: {"n_entries": n, "n_articles": n_stored, "n_failed": n_failed}
        for source, n, n_stored, n_failed in session.execute(query)
    }
