"""What was found out about a word, kept for the next time that it comes, and equal values kept only once."""

from collections.abc import Hashable
from functools import lru_cache
from typing import TypeVar, cast

_MOST_WORDS = 30_000
T = TypeVar("T")
H = TypeVar("H", bound=Hashable)


def remembered(seen: dict[str, T], word: str, value: T) -> T:
    """The value, noted in `seen`; a memory that grows too large starts anew."""
    if len(seen) > _MOST_WORDS:
        seen.clear()
    seen[word] = value
    return value


def once(value: H) -> H:
    """The first of equal values, so that a long text, in which much is alike, keeps each only once."""
    return cast(H, _once(value))


@lru_cache(maxsize=5_000)
def _once(value: Hashable) -> Hashable:
    return value
