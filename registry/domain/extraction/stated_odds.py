"""Probabilities stated in figures: percentages, ranges, odds, fractions, "nine times out of ten"."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from registry.domain.extraction.hedge_table import HedgeWords
from registry.domain.extraction.tokens import Token

_NEAR = 6
_FIGURE = re.compile(r"\d|\w-\w")
_PERCENT = frozenset({"%", "prozent", "percent", "per", "pct", "prozentig", "prozentige", "prozentiger", "prozentigen"})
_RANGE = frozenset({"bis", "to", "-", "–", "and", "und", "oder", "or"})
_ODDS = frozenset({"zu", "to", ":", "/", "-"})
_OUT_OF = (("in",), ("von",), ("out", "of"), ("times", "out", "of"), ("mal", "von"), ("aus",))
_ARTICLES = frozenset({"a", "an", "ein", "eine", "einer", "einem"})
_OF = frozenset({"of", "von", "bei"})
_AMOUNT_BEFORE = frozenset({"um", "by"})
_IN_FAVOUR = frozenset({"on", "favour", "favor", "dafür"})


class Stated(NamedTuple):
    """A stated probability with its range and the tokens first..last that say it."""

    low: float
    mid: float
    high: float
    first: int
    last: int


def read_stated(tokens: Sequence[Token], words: HedgeWords) -> Stated | None:
    """The first probability stated in figures, or None; amounts ("rises by 70 percent") are none."""
    lows = [token.low for token in tokens]
    if words.numbers.keys().isdisjoint(lows) and not _FIGURE.search(" ".join(lows)):
        return None
    for at, low in enumerate(lows):
        value = _value(low, words) if low[0].isdigit() or low in words.numbers or "-" in low else None
        if value is None:
            continue
        for reader in (_percent, _decimal, _out_of, _odds, _fraction):
            found = reader(tokens, at, value, words)
            if found is not None and 0 <= found.low <= found.high <= 1:
                return _bounded(tokens, found, words)
    return None


def _bounded(tokens: Sequence[Token], found: Stated, words: HedgeWords) -> Stated:
    """The open side of "less than 10 %" or "at least 70 %"; who names a bound means a value near it.

    The value is taken a quarter of the way from the bound to the end of the scale.
    """
    # An article may stand between the two, as in "less than a 10 % chance".
    start = found.first - 1 if found.first and tokens[found.first - 1].low in _ARTICLES else found.first
    for phrases, end in ((words.below, 0.0), (words.above, 1.0)):
        for phrase in phrases:
            first = start - len(phrase)
            if first >= 0 and tuple(token.low for token in tokens[first:start]) == phrase:
                bound = found.high if end else found.low
                mid = bound + (end - bound) / 4
                return Stated(min(bound, end), mid, max(bound, end), first, found.last)
    return found


def _value(word: str, words: HedgeWords) -> float | None:
    if word[0].isdigit():
        plain = word.replace(",", ".")
        return float(plain) if plain.replace(".", "", 1).isdigit() and plain.isascii() else None
    return words.numbers.get(word.partition("-")[0])


def _chance_near(tokens: Sequence[Token], first: int, last: int, words: HedgeWords) -> bool:
    around = [*tokens[max(0, first - _NEAR) : first], *tokens[last + 1 : last + 1 + _NEAR]]
    return not words.chance.isdisjoint([token.low for token in around])


def _percent(tokens: Sequence[Token], at: int, value: float, words: HedgeWords) -> Stated | None:
    """70 %, 70 to 80 percent, 70-prozentig: beside a word of chance, or alone at the edge of a list line."""
    low, end = value, at + 1
    if end + 1 < len(tokens) and tokens[end].low in _RANGE:
        upper = _value(tokens[end + 1].low, words)
        if upper is not None and upper > value:
            value, end = upper, end + 2
    while end < len(tokens) and tokens[end].low in ("-", "‑"):
        end += 1
    if end >= len(tokens) or tokens[end].low not in _PERCENT:
        return None
    amount = at > 0 and tokens[at - 1].low in _AMOUNT_BEFORE
    if amount or not (_chance_near(tokens, at, end, words) or _listed(tokens, at, end)):
        return None
    return Stated(low / 100, (low + value) / 200, value / 100, at, end)


def _listed(tokens: Sequence[Token], first: int, last: int) -> bool:
    """The share of a list line: "40 %: no deal", "No deal – 40 %", "No deal (40 %)"."""
    after = [token.low for token in tokens[last + 1 : last + 3]]
    opens = first == 0 and bool(after) and after[0] in (":", "–", "-", "—")
    closes = first >= 2 and tokens[first - 1].low in (":", "–", "—", "(") and after in ([], [")"], ["."], [")", "."])
    return opens or closes


def _out_of(tokens: Sequence[Token], at: int, value: float, words: HedgeWords) -> Stated | None:
    """Nine out of ten, one in three, in neun von zehn Fällen."""
    for link in _OUT_OF:
        end = at + 1 + len(link)
        if end >= len(tokens) or tuple(token.low for token in tokens[at + 1 : end]) != link:
            continue
        whole = _value(tokens[end].low, words)
        if whole is None or not 0 < value < whole:
            return None
        if "times" in link or "mal" in link or _chance_near(tokens, at, end, words):
            return Stated(value / whole, value / whole, value / whole, at, end)
    return None


def _odds(tokens: Sequence[Token], at: int, value: float, words: HedgeWords) -> Stated | None:
    """Three to one: in favour, save "odds of 5 to 1", "5-1 shot" and "against", as bookmakers have it."""
    end = at + 2
    if end >= len(tokens) or tokens[at + 1].low not in _ODDS:
        return None
    other = _value(tokens[end].low, words)
    if other is None or value + other <= 0 or not _chance_near(tokens, at, end, words):
        return None
    before = [token.low for token in tokens[max(0, at - 3) : at]]
    after = [token.low for token in tokens[end + 1 : end + 4]]
    against = (
        "against" in after or "gegen" in after or "shot" in after or "odds" in after or before[-2:] == ["odds", "of"]
    )
    share = other / (value + other) if against and not _IN_FAVOUR & set(after) else value / (value + other)
    return Stated(share, share, share, at, end)


def _fraction(tokens: Sequence[Token], at: int, value: float, words: HedgeWords) -> Stated | None:
    """Two-thirds chance, zwei Drittel Wahrscheinlichkeit, eine Wahrscheinlichkeit von zwei Dritteln."""
    joined = "-" in tokens[at].low
    end = at if joined else at + 1
    word = tokens[end].low if end < len(tokens) else ""
    part = words.fractions.get(word.partition("-")[2] if joined else word)
    following = tokens[end + 1].low if end + 1 < len(tokens) else ""
    before = [token.low for token in tokens[max(0, at - 3) : at]]
    of_chance = before[-1:] and before[-1] in _OF and bool(words.chance.intersection(before))
    if part is None or not (following in words.chance or of_chance):
        return None
    share = min(1.0, value * part)
    return Stated(share, share, share, at, end)


def _decimal(tokens: Sequence[Token], at: int, value: float, _words: HedgeWords) -> Stated | None:
    """A probability of 0.3."""
    if not ("." in tokens[at].low or "," in tokens[at].low):
        return None
    before = [token.low for token in tokens[max(0, at - 3) : at]]
    if not any(word.startswith(("probability", "wahrscheinlichkeit", "likelihood")) for word in before):
        return None
    return Stated(value, value, value, at, at)
