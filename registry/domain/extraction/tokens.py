"""Words of a sentence with their offsets."""

import re
from collections.abc import Sequence
from functools import partial
from itertools import accumulate
from operator import itemgetter
from typing import NamedTuple

from registry.domain.extraction.remembering import shared

# A group, so that split() gives the tokens and what lies between them: faster than a match object for each. Most words
# are nothing but letters of the first alternative, and ranges are faster than categories.
_TOKEN = re.compile(
    r"([a-zA-ZÀ-ÖØ-öø-ÿ]+(?![\w'’‑-])|[^\W\d]\w*(?:['’](?<=\w[nN]['’])[tT]\b|(?:[-‑]\w+)*)|['’](?:[lL][lL]|[dD]|[rR][eE]|[vV][eE]|[sS]|[mM])\b"
    r"|\d(?:\w*[nN]['’][tT]\b|\d*(?:[.,:]\d+)*)|[^\w\s])"
)


class Token(NamedTuple):
    """One word or mark; `low` is its lower-case form with a plain apostrophe, offsets are into the whole text.

    `is_word` is true of a word or a number, not of a mark; `is_capital` of what begins with a capital letter.
    """

    text: str
    low: str
    is_word: bool
    is_capital: bool
    start: int
    end: int


_make = partial(tuple.__new__, Token)  # Token(...) goes through one more call, and there are very many tokens
_first = itemgetter(0)


def tokenise(text: str, start: int, end: int) -> list[Token]:
    """The words and marks of text[start:end], in order."""
    pieces = _TOKEN.split(text[start:end])
    bounds = list(accumulate(map(len, pieces), initial=start))
    words = shared(pieces[1::2])
    lows, firsts = shared(list(map(str.lower, words))), list(map(_first, words))
    if "’" in text[start:end]:
        lows = [low.replace("’", "'") for low in lows]
    are_words, are_capitals = map(str.isalnum, firsts), map(str.isupper, firsts)
    return list(map(_make, zip(words, lows, are_words, are_capitals, bounds[1::2], bounds[2::2], strict=False)))


def words_between(text: str, tokens: Sequence[Token], first: int, last: int) -> str:
    """The text from token `first` up to and including token `last`."""
    return text[tokens[first].start : tokens[last].end]
