"""What callers send: nothing is taken for a day or a number that was not meant as one.

Left to itself, pydantic reads 0 as the first day of 1970 and true as the number 1.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import ValidationInfo, field_validator
from sqlmodel import SQLModel

NO_DAY = "is no day; write the day as YYYY-MM-DD"
NO_INSTANT = "is no instant; write it with its zone, as in 2025-08-10T12:00:00Z"
NO_NUMBER = "must be a number, not true or false"

_BARE_NUMBER = re.compile(r"\s*[+-]?\d+(\.\d*)?\s*")


class Sent(SQLModel):
    """Base of bodies and queries: days are written as days, numbers as numbers."""

    @field_validator("*", mode="before")
    @classmethod
    def _is_meant_as_such(cls, value: Any, info: ValidationInfo) -> Any:
        kind = _kinds(cls).get(info.field_name or "")
        message = None if kind is None else _message(kind, value)
        if message is not None:
            raise ValueError(message)
        return value


def counts(value: Any) -> bool:
    """Whether the value is a mere number, or the text of one: no way to write a day or an instant."""
    return isinstance(value, int | float) or (isinstance(value, str) and _BARE_NUMBER.fullmatch(value) is not None)


def _message(kind: type, value: Any) -> str | None:
    if kind is date:
        return NO_DAY if counts(value) else None
    return NO_NUMBER if isinstance(value, bool) else None


@cache
def _kinds(model: type[SQLModel]) -> dict[str, type]:
    """The fields of a model that hold a day or a number, each with the type of it."""
    kinds = {name: _kind(set(_types(field.annotation))) for name, field in model.model_fields.items()}
    return {name: kind for name, kind in kinds.items() if kind is not None}


def _kind(types: set[Any]) -> type | None:
    return None if bool in types else next((kind for kind in (date, float, int) if kind in types), None)


def _types(annotation: Any) -> Iterator[Any]:
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from _types(get_args(annotation)[0])
    elif origin in (Union, UnionType):
        for option in get_args(annotation):
            yield from _types(option)
    else:
        yield annotation
