"""The words of a clause, and whether a phrase stands in it."""

import re
from collections.abc import Sequence
from functools import lru_cache

_WORD = re.compile(r"\w+")


def words_of(text: str) -> list[str]:
    """The words of a text, lower case."""
    return _WORD.findall(text.lower())


def holds_phrase(clause: str, phrases: Sequence[str]) -> bool:
    """Whether one of the phrases (lower case) stands in the clause as whole words."""
    low = _spaced(clause)
    return any(phrase in low and f" {phrase} " in low for phrase in phrases)


@lru_cache(maxsize=16)
def _spaced(clause: str) -> str:
    """The words of a clause, a space on either side of each; several questions are asked of one clause in a row."""
    return f" {' '.join(words_of(clause))} "
