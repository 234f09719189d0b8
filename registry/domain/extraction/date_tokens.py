"""Text to tokens, and patterns over tokens. Every token is looked at a bounded number of times."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from registry.domain.extraction.date_values import DateWords, Element

_TOKEN = re.compile(r"\d+|[^\W\d_]+(?:['’][^\W\d_]+)?|[^\w\s]")
_SENTENCE_END = frozenset('.!?:„“"»«‚‘(–—-•*#')
ENGLISH_SUFFIX = frozenset({"st", "nd", "rd", "th"})


class Token(NamedTuple):
    """A word, a number or a mark, with its offsets; `low` is folded for comparison."""

    low: str
    start: int
    end: int
    capital: bool
    first: bool


@lru_cache(maxsize=2)
def tokenise(text: str) -> list[Token]:
    """Words, numbers and marks of the text in order; the list is shared and not to be changed."""
    tokens: list[Token] = []
    low, before = ".", 0
    make = tuple.__new__  # Token(...) goes through one more call, and there are very many tokens
    for match in _TOKEN.finditer(text):
        raw = match.group()
        start, end = match.span()
        first = low in _SENTENCE_END or (start > before and "\n" in text[before:start])
        low = raw.lower()
        if "'" in low or "’" in low:
            low = low.replace("’", "'").removesuffix("'s")
        tokens.append(make(Token, (low, start, end, raw[0].isupper(), first)))
        before = end
    return tokens


@dataclass(frozen=True, slots=True)
class Match:
    """What a pattern caught: values by class (the second of a class gets a "2"), and the next token."""

    values: Mapping[str, int]
    end: int


def match_elements(elements: tuple[Element, ...], tokens: list[Token], at: int, words: DateWords) -> Match | None:
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


def element_value(element: Element, tokens: list[Token], at: int, words: DateWords) -> int | None:
    """The value of one element at a token, 1 for a literal, None where it does not fit."""
    if at >= len(tokens):
        return None
    token = tokens[at]
    if element.word_class:
        return class_value(element.word_class, tokens, at, words)
    return 1 if token.low in element.words else None


def class_value(word_class: str, tokens: list[Token], at: int, words: DateWords) -> int | None:
    """The value of a token in a word class, or None. Number classes are computed, the others looked up."""
    token = tokens[at]
    if word_class in NUMBERS:
        return _number(word_class, tokens, at, words)
    value = words.classes[word_class].get(token.low)
    if value is None:
        return None
    if word_class in words.capitalised and not token.capital:
        return None
    return None if word_class in words.lower_case and token.capital and not token.first else value


NUMBERS = {
    "DAY": (1, 31, 2),
    "MON": (1, 12, 2),
    "YEAR": (1900, 2199, 4),
    "COUNT": (1, 9999, 4),
    "YY": (0, 99, 2),
}


def _number(word_class: str, tokens: list[Token], at: int, words: DateWords) -> int | None:
    low, high, width = NUMBERS[word_class]
    token = tokens[at]
    if token.low.isascii() and token.low.isdigit():
        fits = len(token.low) <= width and (word_class not in ("YEAR", "YY") or len(token.low) == width)
        number = int(token.low) if fits else -1
        return number if low <= number <= high else None
    if word_class == "COUNT":
        return words.classes["NUMBER"].get(token.low)
    return words.classes["ORDINAL"].get(token.low) if word_class == "DAY" else None


def _width(element: Element, tokens: list[Token], at: int) -> int:
    """Tokens that one value takes: "9th" is a number and its suffix."""
    if element.word_class != "DAY" or at + 1 >= len(tokens):
        return 1
    suffix = tokens[at + 1]
    return 2 if suffix.low in ENGLISH_SUFFIX and suffix.start == tokens[at].end else 1


def is_counted(tokens: list[Token], at: int, words: DateWords) -> bool:
    """True where the four digits before token `at` count something or are part of a longer number."""
    if at >= len(tokens):
        return False
    token = tokens[at]
    if token.low in words.counted or token.low in "%€$£°":
        return True
    glued = token.start == tokens[at - 1].end and token.low in ".,:/" and at + 1 < len(tokens)
    return glued and tokens[at + 1].start == token.end and tokens[at + 1].low.isdigit()
