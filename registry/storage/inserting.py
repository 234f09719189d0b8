"""Rows that may be there already: inserted where they are not, and only those named."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, SQLModel


def insert_new(session: Session, row: type[SQLModel], values: Sequence[Mapping[str, Any]]) -> set[UUID]:
    """Insert the rows that break no unique index; returns the ids of those. Every row names its `id`."""
    if not values:
        return set()
    table: Table = row.__table__  # type: ignore[attr-defined]
    make = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
    statement = make(table).values(list(values)).on_conflict_do_nothing().returning(table.c.id)
    return set(session.execute(statement).scalars())
