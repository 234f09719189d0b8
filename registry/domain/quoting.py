"""Quotes and the places where they stand."""

import re

from registry.domain.errors import Fault, Invalid

_LONGEST = 2000
"""Characters of a passage that is looked for with its white space unsettled."""


def place_of(quote: str, text: str, start: int | None = None, end: int | None = None) -> tuple[int, int]:
    """Where `quote` stands in `text`: [start, end) in characters.

    With offsets, the text there must equal the quote; without, its first place is taken. Raises Invalid.
    """
    if start is None and end is None:
        found = text.find(quote)
        if found < 0:
            raise _refused("quote", "these words do not stand in the article; copy them exactly as it has them")
        return found, found + len(quote)
    if start is None or end is None:
        raise _refused("quote_end", "give both offsets of the quote, or neither")
    if text[start:end] != quote or not 0 <= start < end <= len(text):
        there = text[start:end][:60]
        raise _refused("quote", f"the article has {there!r} between {start} and {end}, not these words")
    return start, end


def place_of_words(quote: str, text: str, start: int = 0, end: int | None = None) -> tuple[int, int] | None:
    """Where the words of `quote` stand between `start` and `end` of `text`, or None.

    Only white space may differ, since whoever copies a passage may write a line break as a blank. No more than
    2,000 characters are looked for.
    """
    end = len(text) if end is None else end
    words = [re.escape(word) for word in quote.split()]
    if not words or len(quote) > _LONGEST:
        return None
    found = re.compile(r"\s+".join(words)).search(text, start, end)
    return found.span() if found else None


def _refused(where: str, message: str) -> Invalid:
    return Invalid("The quote is not in its article.", [Fault(where, message)])
