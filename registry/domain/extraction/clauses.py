"""Clauses of a sentence, and the spans of clauses that may carry one claim each."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import compress, count
from operator import attrgetter
from typing import NamedTuple

from registry.domain.extraction.phrases import Hit
from registry.domain.extraction.remembering import once
from registry.domain.extraction.tokens import Token

MODAL = frozenset("future would could may might can can_reported should would_irreg would_must".split())
_BREAKS = frozenset(",;:…–—()|")
_MAY_BREAK = _BREAKS | {"-"}
_OPENS, _CLOSES = frozenset("(–—"), frozenset(")–—")
_BEFORE_OPENERS = frozenset({"joiner", "contrast", "negation", "focus"})
_LONGEST_ASIDE = 25
_CLASS, _START, _LOW = attrgetter("word_class"), attrgetter("first"), attrgetter("low")


class Clause(NamedTuple):
    """Tokens first..last (inclusive) of one clause with the word classes found in it.

    `opener` holds the classes of its first word, and of the next one behind "and", "but", "not"; `mark` is what stands
    before it ("" at the start and before "and").
    """

    first: int
    last: int
    classes: frozenset[str]
    opener: frozenset[str]
    mark: str

    @property
    def modal(self) -> bool:
        """Whether a future or modal verb stands in the clause."""
        return not MODAL.isdisjoint(self.classes)


def clauses_of(tokens: Sequence[Token], hits: Sequence[Hit]) -> list[Clause]:
    """The clauses in order; marks between them belong to none."""
    kinds, starts = list(map(_CLASS, hits)), list(map(_START, hits))
    joiners = {hit.first for hit in hits if hit.word_class == "joiner"} if "joiner" in kinds else set()
    modals = [] if MODAL.isdisjoint(kinds) else [hit.first for hit in hits if hit.word_class in MODAL]
    found = []
    for first, last in _pieces(tokens, modals, joiners):
        start = bisect_left(starts, first)
        stop = bisect_right(starts, last, start)
        mark = tokens[first - 1].low if first and not tokens[first - 1].is_word else ""
        classes = once(frozenset(kinds[start:stop]))
        found.append(Clause(first, last, classes, _opener(kinds, starts, _head(tokens, first, last), stop), mark))
    return found


def _head(tokens: Sequence[Token], first: int, last: int) -> int:
    """The first word of a clause."""
    head = first
    while head < last and not tokens[head].is_word:
        head += 1
    return head if head < last else first


def _opener(kinds: Sequence[str], starts: Sequence[int], head: int, stop: int) -> frozenset[str]:
    """The word classes of the clause's first word, and of the next one behind "and", "but", "not"."""
    first = bisect_left(starts, head, 0, stop)
    behind = bisect_right(starts, head, first, stop)
    opener = frozenset(kinds[first:behind])
    if not _BEFORE_OPENERS.isdisjoint(opener):
        opener |= frozenset(kinds[behind : bisect_right(starts, head + 1, behind, stop)])
    return once(opener)


def _pieces(tokens: Sequence[Token], modals: Sequence[int], joiners: set[int]) -> Iterator[tuple[int, int]]:
    begun, behind = 0, 0
    marks = list(compress(count(), map(_MAY_BREAK.__contains__, map(_LOW, tokens))))
    for i in sorted({*marks, *joiners}) if joiners else marks:
        if i < behind:
            continue
        if tokens[i].low in _MAY_BREAK and _is_break(tokens, i):
            aside = _end_of_aside(tokens, i, modals)
            if aside is not None:
                behind = aside + 1
                continue
            if i > begun:
                yield begun, i - 1
            begun = i + 1
        elif i in joiners and i > begun and _modal_on_both_sides(modals, begun, i, tokens):
            yield begun, i - 1
            begun = i
    if begun < len(tokens):
        yield begun, len(tokens) - 1


def _is_break(tokens: Sequence[Token], i: int) -> bool:
    if tokens[i].low == "-":
        return 0 < i < len(tokens) - 1 and tokens[i].start > tokens[i - 1].end
    return tokens[i].low in _BREAKS


def _end_of_aside(tokens: Sequence[Token], i: int, modals: Sequence[int]) -> int | None:
    """Index of the mark that closes an insertion without a modal verb of its own; the clause goes on behind it."""
    if tokens[i].low not in _OPENS and tokens[i].low != "-":
        return None
    closes = _CLOSES if tokens[i].low in _OPENS else frozenset("-")
    for j in range(i + 1, min(len(tokens) - 1, i + _LONGEST_ASIDE)):
        if tokens[j].low in closes and _is_break(tokens, j):
            return None if any(i < m < j for m in modals) else j
    return None


def _modal_on_both_sides(modals: Sequence[int], begun: int, i: int, tokens: Sequence[Token]) -> bool:
    if not any(begun <= m < i for m in modals):
        return False
    stop = next((j for j in range(i + 1, len(tokens)) if _is_break(tokens, j)), len(tokens))
    return any(i < m < stop for m in modals)
