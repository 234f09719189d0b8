"""Reading long lists page by page, by the keys of the last row seen.

Unlike page numbers, keys neither skip nor repeat rows when others are added in between, and the hundredth
page costs as much as the first. The cursor is opaque to callers and carries the name of its sort.
"""

import base64
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Generic, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, tuple_
from sqlalchemy.types import TypeDecorator, TypeEngine
from sqlmodel import Session
from sqlmodel.sql.expression import SelectOfScalar

from registry.domain.errors import Fault, Invalid

Entity = TypeVar("Entity")

_READERS: dict[str, Any] = {"datetime": datetime.fromisoformat, "date": date.fromisoformat, "UUID": UUID}


@dataclass(frozen=True, slots=True)
class Sort:
    """An order of rows: columns that are never null and, together, never equal on two rows."""

    name: str
    columns: tuple[Any, ...]
    descending: bool = False

    def order(self) -> tuple[ColumnElement[Any], ...]:
        """What to order by."""
        return tuple(column.desc() if self.descending else column.asc() for column in self.columns)

    def after(self, values: Sequence[Any]) -> ColumnElement[bool]:
        """Rows that come after the one with these values."""
        mark = tuple_(*self.columns)
        return mark < tuple_(*values) if self.descending else mark > tuple_(*values)


@dataclass(frozen=True, slots=True)
class Slice(Generic[Entity]):
    """Rows of one page and the cursor to the next, if there is one."""

    rows: list[Entity]
    next_cursor: str | None


def read_slice(
    session: Session, query: SelectOfScalar[Entity], sort: Sort, cursor: str | None, limit: int
) -> Slice[Entity]:
    """The first `limit` rows of `query` after `cursor`. Raises Invalid for a cursor of another list."""
    if cursor is not None:
        query = query.where(sort.after(_decode(cursor, sort)))
    rows = list(session.exec(query.order_by(*sort.order()).limit(limit + 1)).all())
    if len(rows) <= limit:
        return Slice(rows, None)
    last = rows[limit - 1]
    return Slice(rows[:limit], _encode(sort, [getattr(last, column.key) for column in sort.columns]))


def _encode(sort: Sort, values: list[Any]) -> str:
    typed = [[type(value).__name__, value if isinstance(value, int | float) else str(value)] for value in values]
    text = json.dumps([sort.name, typed], separators=(",", ":"))
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def _decode(cursor: str, sort: Sort) -> list[Any]:
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        name, typed = json.loads(base64.urlsafe_b64decode(padded.encode()))
        values = [_READERS[kind](value) if kind in _READERS else value for kind, value in typed]
        fits = name == sort.name and _fit(values, sort)
    except (ValueError, TypeError, KeyError) as problem:
        raise _refused() from problem
    if not fits:
        raise _refused()
    return values


def _fit(values: Sequence[Any], sort: Sort) -> bool:
    """Whether these can be values of the sort's columns; the database may fail at comparing any others."""
    kinds = [_kind_of(column.type) for column in sort.columns]
    same_kinds = [type(value) for value in values] == kinds
    return same_kinds and all(_is_comparable(value) for value in values)


def _kind_of(stored_as: TypeEngine[Any]) -> type[Any]:
    inner = stored_as.impl_instance if isinstance(stored_as, TypeDecorator) else stored_as
    return inner.python_type


def _is_comparable(value: Any) -> bool:
    if isinstance(value, str):
        return "\x00" not in value and value.encode("utf-8", "ignore").decode() == value
    if isinstance(value, datetime):
        return value.tzinfo is not None
    return not isinstance(value, int) or abs(value) < 2**63


def _refused() -> Invalid:
    message = "This cursor belongs to another list or sort; start again without one."
    return Invalid(message, [Fault("cursor", message)])
