"""What pydantic found wrong in a request, in the registry's words."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rapidfuzz import process

from registry.domain.errors import Fault

_LONGEST_PLACE = 200
ONE, MANY = "(one)", "(several)"
"""Tags of a body that may be one thing or a list of them; they are no part of a place."""

_SOURCES = {"body", "query", "path", "header"}
_WORDS = {
    "missing": "is missing",
    "string_unicode": "holds half of a surrogate pair; send valid Unicode",
    "extra_forbidden": "is no field of this request; check its spelling",
}


def faults_in(found: Sequence[Mapping[str, Any]], known: Iterable[str] = ()) -> list[Fault]:
    """One fault for each error, in order; misspelt fields are given the like ones among `known`."""
    names = list(known)
    return [Fault(_place(error["loc"]), _message(error), _suggestions(error, names)) for error in found]


def _place(location: Sequence[str | int]) -> str:
    parts = [str(part) for part in location if part not in {ONE, MANY}]
    inner = parts[1:] if parts and parts[0] in _SOURCES else parts
    return ".".join(inner or parts)[:_LONGEST_PLACE]


def _message(error: Mapping[str, Any]) -> str:
    known = _WORDS.get(error["type"])
    if known is not None:
        return known
    message = str(error["msg"])
    return message.removeprefix("Value error, ")


def _suggestions(error: Mapping[str, Any], known: list[str]) -> tuple[str, ...]:
    if error["type"] != "extra_forbidden":
        return ()
    found = process.extract(str(error["loc"][-1]), known, limit=3, score_cutoff=70)
    return tuple(name for name, _, _ in found)
