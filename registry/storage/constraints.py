"""CHECK constraints derived from the bounds of the schemas' fields.

SQLModel's bounds make no CHECK by themselves and a table's class validates nothing, so without these the
database would take whatever a faulty program sends.
"""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from types import UnionType
from typing import Any, Union, get_args, get_origin

from annotated_types import Ge, Gt, Le, Lt, MaxLen, MinLen
from sqlalchemy import CheckConstraint, Table
from sqlmodel import SQLModel

_COMPARISONS = {Ge: (">=", "ge"), Gt: (">", "gt"), Le: ("<=", "le"), Lt: ("<", "lt")}


def add_derived_checks(row: type[SQLModel]) -> None:
    """Give a table one named CHECK for each bound of each of its fields."""
    table: Table = row.__table__  # type: ignore[attr-defined]
    for name, field in row.model_fields.items():
        for suffix, condition in _conditions(name, field.annotation, field.metadata):
            table.append_constraint(CheckConstraint(condition, name=f"{name}_{suffix}"))


def _conditions(column: str, annotation: Any, metadata: list[Any]) -> Iterator[tuple[str, str]]:
    words = _vocabulary(annotation)
    if words is not None:
        listed = ", ".join(f"'{word.value}'" for word in words)
        yield "known", f"{column} IN ({listed})"
    is_list = get_origin(annotation) is list
    for bound in metadata:
        if type(bound) in _COMPARISONS:
            sign, suffix = _COMPARISONS[type(bound)]
            yield suffix, f"{column} {sign} {_literal(getattr(bound, suffix))}"
        elif isinstance(bound, MinLen) and not is_list:
            yield "min_length", f"length({column}) >= {bound.min_length}"
        elif isinstance(bound, MaxLen) and not is_list:
            yield "max_length", f"length({column}) <= {bound.max_length}"


def _vocabulary(annotation: Any) -> type[StrEnum] | None:
    options = get_args(annotation) if get_origin(annotation) in (Union, UnionType) else (annotation,)
    for option in options:
        if isinstance(option, type) and issubclass(option, StrEnum):
            return option
    return None


def _literal(value: Any) -> str:
    return f"'{value.isoformat()}'" if isinstance(value, date) else repr(value)
