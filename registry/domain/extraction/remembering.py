"""What was found out about a word, kept for the next time that the word comes."""

from typing import TypeVar

_MOST_WORDS = 30_000
T = TypeVar("T")


def remembered(seen: dict[str, T], word: str, value: T) -> T:
    """The value, noted in `seen`; a memory that grows too large starts anew."""
    if len(seen) > _MOST_WORDS:
        seen.clear()
    seen[word] = value
    return value
