"""Words of a sentence with their offsets."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

_TOKEN = re.compile(
    r"(?!\d)\w+(?:(?<=\wn)['’]t\b|(?:[-‑]\w+)*)|['’](?:ll|d|re|ve|s|m)\b|\d(?:\w*n['’]t\b|\d*(?:[.,:]\d+)*)|[^\w\s]",
    re.IGNORECASE,
)


class Token(NamedTuple):
    """One word or mark; `low` is its lower-case form with a plain apostrophe, offsets are into the whole text."""

    text: str
    low: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """Whether the token is a word or a number, not a mark."""
        return self.text[0].isalnum()

    @property
    def is_capital(self) -> bool:
        """Whether the token begins with a capital letter."""
        return self.text[0].isupper()


def tokenise(text: str, start: int, end: int) -> list[Token]:
    """The words and marks of text[start:end], in order."""
    make = tuple.__new__  # Token(...) goes through one more call, and there are very many tokens
    return [make(Token, (*_forms(match.group()), *match.span())) for match in _TOKEN.finditer(text, start, end)]


@lru_cache(maxsize=30_000)
def _forms(word: str) -> tuple[str, str]:
    """The word and its lower-case form; equal words share them, which spares much memory in a long text."""
    return word, word.lower().replace("’", "'")


def words_between(text: str, tokens: Sequence[Token], first: int, last: int) -> str:
    """The text from token `first` up to and including token `last`."""
    return text[tokens[first].start : tokens[last].end]
