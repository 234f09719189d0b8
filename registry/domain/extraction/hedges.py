"""How sure a clause is of its statement as worded, from its hedge words and what the table says of them.

A stated number wins. Else a graded word (wohl, likely) sets the value; with a modal that leaves things open
(könnte) the two are taken together. Without either, a verb of expecting or fearing counts, then the bare
future. A negation turns the statement, not its probability: "will not" is a 95 % claim that it does not
happen.
"""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from registry.domain.extraction.hedge_scope import (
    Found,
    after_contrast,
    answer_of,
    condition_of,
    denies,
    hedges_of,
)
from registry.domain.extraction.hedge_table import HedgeEntry, HedgeReading, HedgeTable, HedgeWords
from registry.domain.extraction.stated_odds import Stated, read_stated
from registry.domain.extraction.tokens import Token, tokenise

Polarity = Literal["yes", "no"]
_CLOSE = 5
_STACKED = 7


class _Value(NamedTuple):
    """Probability of the statement as worded, and the finds that say it."""

    low: float
    mid: float
    high: float
    negative: bool
    parts: tuple[Found, ...]


def read_hedge(clause: str, language: str, table: HedgeTable, plain: bool = False) -> HedgeReading | None:
    """How sure the clause is of its statement, negation included; None where it holds no word of the table.

    With `plain` a clause without such a word is read as a plain statement about the future ("The storm
    arrives on Friday"). Languages without words in the table give None. Hedges inside a condition ("if it
    might rain, …") are passed over as long as something is left outside it. Of a question with its answer
    ("Can he win? Probably not.") the answer counts.
    """
    return hedge_among(clause, tokenise(clause, 0, len(clause)), language, table, plain)


def hedge_among(
    text: str, tokens: Sequence[Token], language: str, table: HedgeTable, plain: bool = False
) -> HedgeReading | None:
    """What `read_hedge` says of the clause that these tokens of `text` are; the span is into the text."""
    words = table.words.get(language)
    if words is None or not tokens:
        return None
    asks = "?" in [token.low for token in tokens]
    behind = answer_of(tokens) if asks else ()
    if behind:
        given = _read(text, behind, language, table, words, negation_counts=True)
        if given is not None:
            return given
    return _read(text, tokens, language, table, words, asks, plain)


def _read(
    text: str,
    tokens: Sequence[Token],
    language: str,
    table: HedgeTable,
    words: HedgeWords,
    negation_counts: bool,
    plain: bool = False,
) -> HedgeReading | None:
    """The reading of these tokens; with `negation_counts` (a question, its answer) one of a bare "no" as well."""
    masked = condition_of(tokens, words)
    found = hedges_of(tokens, language, table, words, masked)
    negated = denies(tokens, found, words, masked)
    stated = read_stated(tokens, words)
    if stated is not None:
        return _stated_reading(text, tokens, stated, found, negated, table.version)
    value = _value(after_contrast(tokens, found, words), negated)
    if value is None and (plain or (negated and negation_counts)):
        rest = table.of_kind(language, "plain")
        value = _Value(rest.low, rest.mid, rest.high, False, ()) if rest else None
    if value is None:
        return None
    span = _span(tokens, value.parts)
    polarity: Polarity = "no" if negated != value.negative else "yes"
    names = tuple(f.entry.phrase for f in value.parts)
    return HedgeReading(
        text[span[0] : span[1]], span, round(value.mid, 4), round(value.low, 4), round(value.high, 4),
        "hedged", polarity, names, table.version,
    )  # fmt: skip


def _span(tokens: Sequence[Token], parts: tuple[Found, ...]) -> tuple[int, int]:
    """From the first to the last hedge word where they stand close together, else the surest part's words."""
    if not parts:
        return 0, 0
    first, last = min(f.first for f in parts), max(f.last for f in parts)
    if last - first > _CLOSE:
        main = next((f for f in parts if f.entry.kind == "graded"), parts[0])
        first, last = main.first, main.last
    return tokens[first].start, tokens[last].end


def _stated_reading(
    text: str, tokens: Sequence[Token], stated: Stated, found: list[Found], negated: bool, version: str
) -> HedgeReading:
    span = (tokens[stated.first].start, tokens[stated.last].end)
    negative = any(f.entry.negative for f in found)
    polarity: Polarity = "no" if negated != negative else "yes"
    if negative and stated.mid < 0.5:
        stated = Stated(1 - stated.high, 1 - stated.mid, 1 - stated.low, stated.first, stated.last)
    return HedgeReading(
        text[span[0] : span[1]], span, round(stated.mid, 4), round(stated.low, 4), round(stated.high, 4),
        "stated", polarity, (), version,
    )  # fmt: skip


def _value(found: list[Found], negated: bool) -> _Value | None:
    graded = [f for f in found if f.entry.kind == "graded"]
    open_modal = [f for f in found if f.entry.kind == "possibility"]
    ability = [f for f in found if f.entry.kind == "ability"]
    if graded:
        return _graded(graded, open_modal)
    if open_modal:
        return _single(open_modal[0], negated)
    belief = [f for f in found if f.entry.kind in ("expectation", "fear")]
    future = [f for f in found if f.entry.kind in ("future", "would")]
    if belief:
        return _belief(belief, future)
    rest = sorted(ability + future, key=lambda f: f.first)
    return _single(rest[0], negated) if rest else None


def _single(part: Found, negated: bool) -> _Value:
    entry = part.entry
    if negated and entry.denied is not None:
        return _Value(min(entry.denied, 1 - entry.high / 2), entry.denied, 0.98, entry.negative, (part,))
    low, mid, high = _worded(entry)
    return _Value(low, mid, high, entry.negative, (part,))


def _worded(entry: HedgeEntry) -> tuple[float, float, float]:
    """The entry's figures for the statement as worded: those of the negation for a negative entry."""
    if entry.negative:
        return 1 - entry.high, 1 - entry.mid, 1 - entry.low
    return entry.low, entry.mid, entry.high


def _graded(graded: list[Found], modal: list[Found]) -> _Value:
    """The least sure graded word counts; an open modal beside a surer one pulls it half-way."""
    main = min(graded, key=lambda f: abs(f.entry.mid - 0.5)) if len(graded) > 1 else graded[0]
    low, mid, high = _worded(main.entry)
    parts = tuple(sorted({main, *modal[:1]}, key=lambda f: f.first))
    if modal and not main.entry.negative and modal[0].entry.kind == "possibility" and mid > modal[0].entry.mid:
        other = modal[0].entry
        return _Value((low + other.low) / 2, (mid + other.mid) / 2, (high + other.high) / 2, False, parts)
    return _Value(low, mid, high, main.entry.negative, parts)


def _belief(belief: list[Found], future: list[Found]) -> _Value:
    """An expectation counts as such; a fear about an unhedged future lies half-way between the two."""
    main = min(belief, key=lambda f: f.entry.mid)
    entry = main.entry
    low, mid, high = _worded(entry)
    parts = tuple(sorted({main, *future[:1]}, key=lambda f: f.first))
    if entry.kind == "fear" and future and future[0].entry.kind == "future":
        other = future[0].entry
        return _Value((low + other.low) / 2, (mid + other.mid) / 2, (high + other.high) / 2, entry.negative, parts)
    return _Value(low, mid, high, entry.negative, parts)
