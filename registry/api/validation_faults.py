"""What pydantic found wrong in a request: its place in the request, and the registry's words for it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from registry.domain.errors import Fault
from registry.schemas.wording import message_of, suggestions_of

_LONGEST_PLACE = 200
ONE, MANY = "(one)", "(several)"
"""Tags of a body that may be one thing or a list of them; they are no part of a place."""

_SOURCES = {"body", "query", "path", "header"}


def faults_in(found: Sequence[Mapping[str, Any]], known: Iterable[str] = ()) -> list[Fault]:
    """One fault for each error, in order; misspelt fields are given the like ones among `known`."""
    names = list(known)
    return [Fault(_place(error["loc"]), message_of(error), suggestions_of(error, names)) for error in found]


def _place(location: Sequence[str | int]) -> str:
    parts = [str(part) for part in location if part not in {ONE, MANY}]
    inner = parts[1:] if parts and parts[0] in _SOURCES else parts
    return ".".join(inner or parts)[:_LONGEST_PLACE]
