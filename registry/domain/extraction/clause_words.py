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
    words = _known_words(clause)
    single, heads = _told_apart(tuple(phrases))
    if not single.isdisjoint(words):
        return True
    if heads.isdisjoint(words):
        return False
    low = f" {' '.join(words)} "
    return any(f" {phrase} " in low for phrase in phrases)


@lru_cache(maxsize=16)
def _known_words(clause: str) -> list[str]:
    """The words of a clause, of which several questions are asked in a row."""
    return words_of(clause)


@lru_cache(maxsize=64)
def _told_apart(phrases: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str]]:
    """The phrases of one word, and the first words of the others."""
    split = [phrase.split() for phrase in phrases]
    return frozenset(p[0] for p in split if len(p) == 1), frozenset(p[0] for p in split if len(p) > 1)
