"""Quotes and the places where they stand."""

from registry.domain.errors import Fault, Invalid


def place_of(quote: str, text: str, start: int | None = None, end: int | None = None) -> tuple[int, int]:
    """Where `quote` stands in `text`: [start, end) in characters.

    With offsets, the text there must equal the quote; without, its first place is taken. Raises Invalid.
    """
    if start is None and end is None:
        found = text.find(quote)
        if found < 0:
            raise _refused(
                "quote", "these words do not stand in the article; copy them exactly as it has them"
            )
        return found, found + len(quote)
    if start is None or end is None:
        raise _refused("quote_end", "give both offsets of the quote, or neither")
    if text[start:end] != quote or not 0 <= start < end <= len(text):
        there = text[start:end][:60]
        raise _refused("quote", f"the article has {there!r} between {start} and {end}, not these words")
    return start, end


def _refused(where: str, message: str) -> Invalid:
    return Invalid("The quote is not in its article.", [Fault(where, message)])
