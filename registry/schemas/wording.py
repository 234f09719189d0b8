"""What pydantic found wrong, in the registry's words: the same in every answer, file and terminal."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pydantic import ValidationError
from rapidfuzz import process

from registry.domain.errors import Fault
from registry.schemas.sent import NO_DAY, NO_INSTANT

UNKNOWN_FIELD = "extra_forbidden"

_WORDS = {
    "missing": "is missing",
    "string_unicode": "holds half of a surrogate pair; send valid Unicode",
    UNKNOWN_FIELD: "is no field of this request; check its spelling",
    "date_from_datetime_parsing": NO_DAY,
    "date_from_datetime_inexact": NO_DAY,
    "date_parsing": NO_DAY,
    "date_type": NO_DAY,
    "datetime_from_date_parsing": NO_INSTANT,
    "datetime_object_invalid": NO_INSTANT,
    "datetime_parsing": NO_INSTANT,
    "datetime_type": NO_INSTANT,
    "timezone_aware": NO_INSTANT,
}
_TOO_SHORT = {"string_too_short", "too_short"}
_TOO_LONG = {"string_too_long", "too_long"}


def faults_of(problem: ValidationError, known: Iterable[str] = ()) -> list[Fault]:
    """One fault for each error of a schema, in order; misspelt fields are given the like ones among `known`."""
    names = list(known)
    errors = problem.errors(include_url=False)
    return [
        Fault(".".join(map(str, error["loc"])), message_of(error), suggestions_of(error, names)) for error in errors
    ]


def message_of(error: Mapping[str, Any]) -> str:
    """What is wrong, and what would be right."""
    kind = error["type"]
    if kind in _WORDS:
        return _WORDS[kind]
    if kind in _TOO_SHORT | _TOO_LONG:
        return _of_length(error)
    return str(error["msg"]).removeprefix("Value error, ")


def suggestions_of(error: Mapping[str, Any], known: Sequence[str]) -> tuple[str, ...]:
    """For a field that there is not: those of `known` that are spelt alike."""
    return near(str(error["loc"][-1]), known) if error["type"] == UNKNOWN_FIELD else ()


def near(name: str, known: Sequence[str]) -> tuple[str, ...]:
    """The names that are spelt like this one, the most alike first."""
    return tuple(found for found, _, _ in process.extract(name, known, limit=3, score_cutoff=70))


def _of_length(error: Mapping[str, Any]) -> str:
    bounds = error.get("ctx") or {}
    length = bounds.get("actual_length")
    given = error.get("input")
    is_text = isinstance(given, str) or bounds.get("field_type", "Value") == "Value"
    if length is None and isinstance(given, str):
        length = len(given.strip())
    if error["type"] in _TOO_SHORT:
        least = bounds["min_length"]
        return "must not be empty" if length == 0 else f"{_has(length, is_text)}at least {least} are needed"
    return f"{_has(length, is_text)}at most {bounds['max_length']} are allowed"


def _has(length: int | None, is_text: bool) -> str:
    if length is None:
        return ""
    one, many = ("character", "characters") if is_text else ("entry", "entries")
    return f"has {length:,} {one if length == 1 else many}, "
