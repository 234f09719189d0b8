"""Text to tokens, and patterns over tokens. Every token is looked at a bounded number of times."""

import re
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, compress, count

from registry.domain.extraction.date_values import DateWords, Element
from registry.domain.extraction.remembering import shared

# Most words are nothing but letters of the first alternative, and ranges are faster than categories.
_TOKEN = re.compile(r"([a-zA-ZÀ-ÖØ-öø-ÿ]+(?![\w'’])|[^\W\d_]+(?:['’][^\W\d_]+)?|\d+|[^\w\s])")
# A line of dashes, dots or quotation marks: no date stands in it, and as tokens it would take much memory.
_MARKS = re.compile(r"[^\w\s]{50,}")
_SENTENCE_END = frozenset('.!?:„“"»«‚‘(–—-•*#')
DIGITS = "0"
ENGLISH_SUFFIX = frozenset({"st", "nd", "rd", "th"})
SUFFIXED = ("DAY", "NTH")


def shape_of(word: str) -> str:
    """The word itself, or one sign for all numbers in figures."""
    return DIGITS if word.isdigit() else word


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words, numbers and marks of a text in order, in columns, since there are very many and few are looked at.

    `low` is folded for comparison, `shape` the same but for one sign for all numbers, `start` and `end` are offsets,
    `present` are the words that stand anywhere.
    """

    text: str
    low: list[str]
    shape: list[str]
    start: Sequence[int]
    end: Sequence[int]
    present: frozenset[str]

    def __len__(self) -> int:
        return len(self.low)

    def capital(self, at: int) -> bool:
        """Whether token `at` begins with a capital letter."""
        return self.text[self.start[at]].isupper()

    def first(self, at: int) -> bool:
        """Whether token `at` begins a sentence, a line or a quotation."""
        return at == 0 or self.low[at - 1] in _SENTENCE_END or "\n" in self.text[self.end[at - 1] : self.start[at]]

    def follow(self, words: tuple[str, ...], at: int) -> bool:
        """Whether these words stand from token `at` on."""
        return tuple(self.low[at : at + len(words)]) == words


@lru_cache(maxsize=2)
def tokenise(text: str) -> Tokens:
    """Words, numbers and marks of the text in order; the columns are shared and not to be changed."""
    text = _MARKS.sub(lambda run: " " * len(run.group()), text)
    pieces = _TOKEN.split(text)  # a gap, a token, a gap, …, a gap
    bounds = array("q", accumulate(map(len, pieces)))
    low = shared(list(map(str.lower, pieces[1::2])))
    if "'" in text or "’" in text:
        low = [word.replace("’", "'").removesuffix("'s") if "'" in word or "’" in word else word for word in low]
    shape = low.copy()
    for at in compress(count(), map(str.isdigit, low)):
        shape[at] = DIGITS
    return Tokens(text, low, shape, bounds[:-1:2], bounds[1::2], frozenset(low))


@dataclass(frozen=True, slots=True)
class Match:
    """What a pattern caught: values by class (the second of a class gets a "2"), and the next token."""

    values: Mapping[str, int]
    end: int


def match_elements(elements: tuple[Element, ...], tokens: Tokens, at: int, words: DateWords) -> Match | None:
    """Match a pattern at a token, optional elements greedily; None if it does not fit."""
    values: dict[str, int] = {}
    for element in elements:
        value = element_value(element, tokens, at, words)
        if value is None:
            if element.optional:
                continue
            return None
        if element.word_class:
            key = element.word_class
            values[key + "2" if key in values else key] = value
            at += _width(element, tokens, at)
        else:
            at += 1
    return Match(values, at)


def element_value(element: Element, tokens: Tokens, at: int, words: DateWords) -> int | None:
    """The value of one element at a token, 1 for a literal, None where it does not fit."""
    if at >= len(tokens.low):
        return None
    if element.word_class:
        return class_value(element.word_class, tokens, at, words)
    return 1 if tokens.low[at] in element.words else None


def class_value(word_class: str, tokens: Tokens, at: int, words: DateWords) -> int | None:
    """The value of a token in a word class, or None. Number classes are computed, the others looked up."""
    if word_class in NUMBERS:
        number = _number(word_class, tokens.low[at], words)
        return number if word_class != "NTH" or _has_suffix(tokens, at) else None
    value = words.classes[word_class].get(tokens.low[at])
    if value is None:
        return None
    if word_class in words.capitalised and not tokens.capital(at):
        return None
    return None if word_class in words.lower_case and tokens.capital(at) and not tokens.first(at) else value


NUMBERS = {
    "DAY": (1, 31, 2),
    "MON": (1, 12, 2),
    "YEAR": (1900, 2199, 4),
    "COUNT": (1, 9999, 4),
    "YY": (0, 99, 2),
    "NTH": (1, 31, 2),
}


def _number(word_class: str, word: str, words: DateWords) -> int | None:
    low, high, width = NUMBERS[word_class]
    if word.isascii() and word.isdigit():
        fits = len(word) <= width and (word_class not in ("YEAR", "YY") or len(word) == width)
        number = int(word) if fits else -1
        return number if low <= number <= high else None
    if word_class == "COUNT":
        return words.classes["NUMBER"].get(word)
    return words.classes["ORDINAL"].get(word) if word_class == "DAY" else None


def _width(element: Element, tokens: Tokens, at: int) -> int:
    """Tokens that one value takes: "9th" is a number and its suffix."""
    return 2 if element.word_class in SUFFIXED and _has_suffix(tokens, at) else 1


def _has_suffix(tokens: Tokens, at: int) -> bool:
    after = at + 1
    return after < len(tokens.low) and tokens.low[after] in ENGLISH_SUFFIX and tokens.start[after] == tokens.end[at]


def is_counted(tokens: Tokens, at: int, words: DateWords) -> bool:
    """True where the four digits before token `at` count something or are part of a longer number."""
    if at >= len(tokens.low):
        return False
    low = tokens.low[at]
    if low in words.counted or low in "%€$£°":
        return True
    glued = tokens.start[at] == tokens.end[at - 1] and low in ".,:/" and at + 1 < len(tokens.low)
    return glued and tokens.start[at + 1] == tokens.end[at] and tokens.low[at + 1].isdigit()
