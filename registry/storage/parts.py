"""Many values in few at a time: databases limit how many one statement may carry."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

Value = TypeVar("Value")

AT_ONCE = 500


def in_parts(values: Iterable[Value], most: int = AT_ONCE) -> Iterator[list[Value]]:
    """The values in their order, at most `most` at a time."""
    remaining = iter(values)
    while part := list(islice(remaining, most)):
        yield part
