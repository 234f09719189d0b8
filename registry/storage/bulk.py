"""Many rows at once, past the ORM and past SQLAlchemy's own handling of values: for imports.

There a row has to cost microseconds. Values are still bound by the types of their columns.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Table, insert
from sqlmodel import Session, SQLModel

Binder = Callable[[Any], Any]


def defaults_of(row: type[SQLModel]) -> dict[str, Any]:
    """Every column of a table with its default; None where there is none."""
    table: Table = row.__table__  # type: ignore[attr-defined]
    fields = row.model_fields
    defaults = {}
    for column in table.columns:
        field = fields[column.name]
        has_default = not field.is_required() and field.default_factory is None
        defaults[column.name] = field.default if has_default else None
    return defaults


def insert_all(session: Session, row: type[SQLModel], values: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows in one statement; each must name every column."""
    if values:
        table: Table = row.__table__  # type: ignore[attr-defined]
        connection = session.connection()
        compiled = insert(table).compile(dialect=connection.dialect, column_keys=table.columns.keys())
        if compiled.positional:
            bound: Iterable[Any] = _in_order(table, connection, values)
        else:
            bound = _by_name(table, connection, values)
        connection.exec_driver_sql(compiled.string, list(bound))


def _in_order(table: Table, connection: Connection, values: Sequence[Mapping[str, Any]]) -> Iterable[Any]:
    """The values column by column, bound, and turned back into rows."""
    binders = _binders(table, connection)
    columns = (
        map(binders[name], map(itemgetter(name), values)) if name in binders else map(itemgetter(name), values)
        for name in table.columns.keys()  # noqa: SIM118
    )
    return zip(*columns, strict=True)


def _by_name(table: Table, connection: Connection, values: Sequence[Mapping[str, Any]]) -> Iterable[Any]:
    binders = _binders(table, connection)
    return ({**row, **{name: bind(row[name]) for name, bind in binders.items()}} for row in values)


def _binders(table: Table, connection: Connection) -> dict[str, Binder]:
    """What turns values into those of the driver, for the columns whose type asks for it."""
    dialect = connection.dialect
    found = {column.name: column.type.dialect_impl(dialect).bind_processor(dialect) for column in table.columns}
    return {name: bind for name, bind in found.items() if bind is not None}
