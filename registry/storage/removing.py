"""Removing rows for good, with everything that hangs on them.

Only example data is ever removed like this: what people put on record is withdrawn, and stays as a tombstone.
"""

from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Table, delete, select, update
from sqlmodel import Session

from registry.storage.parts import in_parts
from registry.storage.tables import metadata


def remove(session: Session, table: str, ids: Sequence[UUID]) -> int:
    """Remove the rows of a table under these ids, and their history; returns how many rows there were.

    Rows that cannot be without them go as well. Where a reference may be empty, it is emptied.
    """
    removed = 0
    for part in in_parts(ids):
        removed += _remove_part(session, metadata.tables[table], part)
    return removed


def _remove_part(session: Session, table: Table, ids: Sequence[UUID]) -> int:
    for column in _references_to(table):
        if column.nullable:
            session.execute(update(column.table).where(column.in_(ids)).values({column.name: None}))
        else:
            _remove_dependants(session, column, ids)
    _remove_history(session, ids)
    return len(session.execute(delete(table).where(table.c.id.in_(ids)).returning(table.c.id)).all())


def _remove_dependants(session: Session, column: Column[Any], ids: Sequence[UUID]) -> None:
    table = column.table
    assert isinstance(table, Table)  # noqa: S101 - a column of the metadata always has one
    if "id" not in table.c:
        session.execute(delete(table).where(column.in_(ids)))
        return
    found = session.execute(select(table.c.id).where(column.in_(ids))).scalars().all()
    remove(session, table.name, found)


def _remove_history(session: Session, ids: Sequence[UUID]) -> None:
    events, texts = metadata.tables["event"], metadata.tables["event_text"]
    told = select(events.c.id).where(events.c.noun_id.in_(ids))
    session.execute(delete(texts).where(texts.c.event_id.in_(told)))
    session.execute(delete(events).where(events.c.noun_id.in_(ids)))


def _references_to(table: Table) -> Iterator[Column[Any]]:
    for other in metadata.sorted_tables:
        for column in other.columns:
            if any(key.column.table is table for key in column.foreign_keys):
                yield column
