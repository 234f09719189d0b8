"""Many rows at once, past the ORM and past SQLAlchemy's own handling of values: for imports.

There a row has to cost microseconds. So its values are those that JSON has, made once for the event that tells of
the row and stored as they are; only what SQLite keeps in a form of its own is put into that form.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from enum import Enum
from functools import lru_cache
from operator import itemgetter
from types import NoneType
from typing import Any

from pydantic_core import to_jsonable_python
from sqlalchemy import Boolean, DateTime, Table, Uuid
from sqlmodel import Session, SQLModel

from registry.schemas.fields import UtcDateTime

Values = dict[str, Any]
Bound = tuple[Any, ...]
"""A row as the driver takes it, in the order of the table's columns."""

_in_json = lru_cache(maxsize=10_000)(to_jsonable_python)
_PLAIN = frozenset({str, NoneType, bool, int, float, list})


def defaults_of(row: type[SQLModel]) -> Values:
    """Every column of a table with its default; None where there is none."""
    fields = row.model_fields
    defaults = {}
    for column in _table(row).columns:
        field = fields[column.name]
        has_default = not field.is_required() and field.default_factory is None
        defaults[column.name] = field.default if has_default else None
    return defaults


def in_json(values: Mapping[str, Any]) -> Values:
    """The values as JSON has them: instants, days and ids as text, words of closed lists as plain text."""
    found = dict(values)
    for name, value in values.items():
        if value.__class__ not in _PLAIN:
            found[name] = value.value if isinstance(value, Enum) else _in_json(value)
    return found


def bound(row: type[SQLModel], values: Sequence[Values], dialect: str) -> list[Bound]:
    """Rows of values of JSON, each with every column, as the driver of that database takes them."""
    table = _table(row)
    for name, form in _forms(table, dialect).items():
        for one in values:
            if one[name] is not None:
                one[name] = form(one[name])
    return list(map(itemgetter(*table.columns.keys()), values))


def column_of(row: type[SQLModel], name: str, rows: Iterable[Bound]) -> Iterator[Any]:
    """The values of one column."""
    return map(itemgetter(_table(row).columns.keys().index(name)), rows)


def insert_all(session: Session, row: type[SQLModel], rows: list[Bound]) -> None:
    """Insert rows in one statement."""
    if rows:
        connection = session.connection()
        connection.exec_driver_sql(_statement(_table(row), connection.dialect.name), rows)


def _table(row: type[SQLModel]) -> Table:
    table: Table = row.__table__  # type: ignore[attr-defined]
    return table


def _forms(table: Table, dialect: str) -> dict[str, Callable[[Any], Any]]:
    """What puts text into the form that SQLite keeps, by column. PostgreSQL reads ids and instants itself."""
    if dialect != "sqlite":
        return {}
    found: dict[str, Callable[[Any], Any]] = {}
    for column in table.columns:
        if isinstance(column.type, Uuid):
            found[column.name] = _without_dashes
        elif isinstance(column.type, DateTime | UtcDateTime):
            found[column.name] = _as_sqlite_keeps
        elif isinstance(column.type, Boolean):
            found[column.name] = int
    return found


def _without_dashes(written: str) -> str:
    return written.replace("-", "")


@lru_cache(maxsize=10_000)
def _as_sqlite_keeps(written: str) -> str:
    utc = datetime.fromisoformat(written).astimezone(UTC)
    return utc.replace(tzinfo=None).isoformat(" ", "microseconds")


def _statement(table: Table, dialect: str) -> str:
    # Names of our own tables and columns; the values are bound.
    mark = "?" if dialect == "sqlite" else "%s"
    names = ", ".join(f'"{name}"' for name in table.columns.keys())  # noqa: SIM118
    return f"INSERT INTO {table.name} ({names}) VALUES ({', '.join([mark] * len(table.columns))})"  # noqa: S608
