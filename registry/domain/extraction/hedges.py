"""How sure a clause is of its statement as worded, from its hedge words and what the table says of them.

A stated number wins. Else a graded word (wohl, likely) sets the value; with a modal that leaves things open
(könnte) the two are taken together. Without either, a verb of expecting or fearing counts, then the bare
future. A negation turns the statement, not its probability: "will not" is a 95 % claim that it does not
happen.
"""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from registry.domain.extraction.hedge_table import HedgeEntry, HedgeReading, HedgeTable, HedgeWords
from registry.domain.extraction.lexicon import Hit
from registry.domain.extraction.stated_odds import Stated, read_stated
from registry.domain.extraction.tokens import Token, tokenise

Polarity = Literal["yes", "no"]


class _Found(NamedTuple):
    """An entry of the table at tokens first..last."""

    entry: HedgeEntry
    first: int
    last: int


class _Value(NamedTuple):
    """Probability of the statement as worded, and the finds that say it."""

    low: float
    mid: float
    high: float
    negative: bool
    parts: tuple[_Found, ...]


def read_hedge(clause: str, language: str, table: HedgeTable, plain: bool = False) -> HedgeReading | None:
    """How sure the clause is of its statement, negation included; None where it holds no word of the table.

    With `plain` a clause without such a word is read as a plain statement about the future ("The storm
    arrives on Friday"). Languages without words in the table give None. Hedges inside a condition ("if it
    might rain, …") are passed over as long as something is left outside it.
    """
    words = table.words.get(language)
    if words is None or not clause.strip():
        return None
    tokens = tokenise(clause, 0, len(clause))
    masked = _condition(tokens, words)
    found = [f for f in _finds(tokens, language, table, words) if f.first not in masked]
    negated = _negated(tokens, found, words, masked)
    stated = read_stated(tokens, words)
    if stated is not None:
        return _stated_reading(clause, tokens, stated, found, negated, table.version)
    value = _value(found, negated)
    if value is None:
        rest = table.of_kind(language, "plain") if plain else None
        value = _Value(rest.low, rest.mid, rest.high, False, ()) if rest else None
    if value is None:
        return None
    first = min((f.first for f in value.parts), default=None)
    last = max((f.last for f in value.parts), default=0)
    span = (0, 0) if first is None else (tokens[first].start, tokens[last].end)
    polarity: Polarity = "no" if negated != value.negative else "yes"
    names = tuple(f.entry.phrase for f in value.parts)
    return HedgeReading(
        clause[span[0] : span[1]], span, round(value.mid, 4), round(value.low, 4), round(value.high, 4),
        "hedged", polarity, names, table.version,
    )  # fmt: skip


def _stated_reading(
    clause: str, tokens: Sequence[Token], stated: Stated, found: list[_Found], negated: bool, version: str
) -> HedgeReading:
    span = (tokens[stated.first].start, tokens[stated.last].end)
    denies = any(f.entry.negative for f in found)
    polarity: Polarity = "no" if negated != denies else "yes"
    if denies and stated.mid < 0.5:
        stated = Stated(1 - stated.high, 1 - stated.mid, 1 - stated.low, stated.first, stated.last)
    return HedgeReading(
        clause[span[0] : span[1]], span, round(stated.mid, 4), round(stated.low, 4), round(stated.high, 4),
        "stated", polarity, (), version,
    )  # fmt: skip


def _finds(tokens: Sequence[Token], language: str, table: HedgeTable, words: HedgeWords) -> list[_Found]:
    """Entries in the order of the text; of two that overlap the longer one, else the first."""
    hits = sorted(words.index.find(tokens), key=lambda hit: (hit.first - hit.last, hit.first))
    taken: set[int] = set()
    kept: list[Hit] = []
    for hit in hits:
        if taken.isdisjoint(range(hit.first, hit.last + 1)):
            kept.append(hit)
            taken.update(range(hit.first, hit.last + 1))
    found = [(table.entry(language, hit.word_class), hit) for hit in sorted(kept, key=lambda hit: hit.first)]
    return [_Found(entry, hit.first, hit.last) for entry, hit in found if entry is not None]


def _condition(tokens: Sequence[Token], words: HedgeWords) -> frozenset[int]:
    """Tokens from a word that opens a condition to the next comma, unless hardly anything would be left."""
    masked: set[int] = set()
    at = 0
    while at < len(tokens):
        if tokens[at].low in words.condition:
            end = next((i for i in range(at, len(tokens)) if tokens[i].low in (",", ";", ":")), len(tokens))
            masked.update(range(at, end))
            at = end
        at += 1
    left = sum(1 for i, token in enumerate(tokens) if i not in masked and token.is_word)
    return frozenset(masked) if left >= 3 else frozenset()


def _negated(tokens: Sequence[Token], found: list[_Found], words: HedgeWords, masked: frozenset[int]) -> bool:
    """Whether a negating word stands in the clause outside hedges and phrases such as "not only"."""
    spared = set(masked)
    for hit in words.no_negation.find(tokens):
        spared.update(range(hit.first, hit.last + 1))
    for hedge in found:
        if hedge.entry.kind not in ("future", "would", "possibility"):
            spared.update(range(hedge.first, hedge.last + 1))
    return any(token.low in words.negation for i, token in enumerate(tokens) if i not in spared)


def _value(found: list[_Found], negated: bool) -> _Value | None:
    graded = [f for f in found if f.entry.kind == "graded"]
    modal = [f for f in found if f.entry.kind in ("possibility", "ability")]
    if graded:
        return _graded(graded, modal)
    if modal:
        return _single(modal[:1], negated)
    belief = [f for f in found if f.entry.kind in ("expectation", "fear")]
    future = [f for f in found if f.entry.kind in ("future", "would")]
    if belief:
        return _belief(belief, future)
    return _single(future[:1], negated) if future else None


def _single(parts: list[_Found], negated: bool) -> _Value:
    entry = parts[0].entry
    if negated and entry.denied is not None:
        return _Value(min(entry.denied, 1 - entry.high / 2), entry.denied, 0.98, entry.negative, tuple(parts))
    low, mid, high = _worded(entry)
    return _Value(low, mid, high, entry.negative, tuple(parts))


def _worded(entry: HedgeEntry) -> tuple[float, float, float]:
    """The entry's figures for the statement as worded: those of the negation for a negative entry."""
    if entry.negative:
        return 1 - entry.high, 1 - entry.mid, 1 - entry.low
    return entry.low, entry.mid, entry.high


def _graded(graded: list[_Found], modal: list[_Found]) -> _Value:
    """The least sure graded word counts; an open modal beside a surer one pulls it half-way."""
    main = min(graded, key=lambda f: abs(f.entry.mid - 0.5)) if len(graded) > 1 else graded[0]
    low, mid, high = _worded(main.entry)
    parts = tuple(sorted({main, *modal[:1]}, key=lambda f: f.first))
    if (
        modal
        and not main.entry.negative
        and modal[0].entry.kind == "possibility"
        and mid > modal[0].entry.mid
    ):
        other = modal[0].entry
        return _Value((low + other.low) / 2, (mid + other.mid) / 2, (high + other.high) / 2, False, parts)
    return _Value(low, mid, high, main.entry.negative, parts)


def _belief(belief: list[_Found], future: list[_Found]) -> _Value:
    """An expectation counts as such; a fear about an unhedged future lies half-way between the two."""
    main = min(belief, key=lambda f: f.entry.mid)
    entry = main.entry
    low, mid, high = _worded(entry)
    parts = tuple(sorted({main, *future[:1]}, key=lambda f: f.first))
    if entry.kind == "fear" and future and future[0].entry.kind == "future":
        other = future[0].entry
        return _Value(
            (low + other.low) / 2, (mid + other.mid) / 2, (high + other.high) / 2, entry.negative, parts
        )
    return _Value(low, mid, high, entry.negative, parts)
