"""Clauses of a sentence, and the spans of clauses that may carry one claim each."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from registry.domain.extraction.lexicon import Hit
from registry.domain.extraction.tokens import Token

STRONG = frozenset(
    "future would could may might can can_reported should would_irreg expect fear threaten hedge_mid hedge_low hedge_neg".split()
)
MODAL = frozenset("future would could may might can can_reported should would_irreg".split())
WEAK = frozenset("soon expect_noun hedge_high shall shall_reported weekday month".split())
_BREAKS = frozenset(",;:–—()\"„“”«»‹›…")


class Clause(NamedTuple):
    """Tokens first..last (inclusive) of one clause with the word classes found in it."""

    first: int
    last: int
    classes: frozenset[str]
    opener: frozenset[str]

    @property
    def modal(self) -> bool:
        """Whether a future or modal verb stands in the clause."""
        return not MODAL.isdisjoint(self.classes)

    @property
    def strong(self) -> bool:
        """Whether the clause holds a cue that can carry a claim on its own."""
        return not STRONG.isdisjoint(self.classes)


def clauses_of(tokens: Sequence[Token], hits: Sequence[Hit]) -> list[Clause]:
    """The clauses in order; marks between them belong to none."""
    joiners = {h.first for h in hits if h.word_class == "joiner"}
    found = []
    for first, last in _pieces(tokens, hits, joiners):
        inside = [h for h in hits if first <= h.first <= last]
        opener = frozenset(h.word_class for h in inside if h.first <= first + 1)
        found.append(Clause(first, last, frozenset(h.word_class for h in inside), opener))
    return found


def _pieces(tokens: Sequence[Token], hits: Sequence[Hit], joiners: set[int]) -> Iterator[tuple[int, int]]:
    modals = sorted(h.first for h in hits if h.word_class in MODAL)
    begun = 0
    for i, token in enumerate(tokens):
        if token.low in _BREAKS or _is_dash(tokens, i):
            if i > begun:
                yield begun, i - 1
            begun = i + 1
        elif i in joiners and i > begun and _modal_on_both_sides(modals, begun, i, tokens):
            yield begun, i - 1
            begun = i
    if begun < len(tokens):
        yield begun, len(tokens) - 1


def _is_dash(tokens: Sequence[Token], i: int) -> bool:
    return tokens[i].low == "-" and 0 < i < len(tokens) - 1 and tokens[i].start > tokens[i - 1].end


def _modal_on_both_sides(modals: Sequence[int], begun: int, i: int, tokens: Sequence[Token]) -> bool:
    stop = next((j for j in range(i + 1, len(tokens)) if tokens[j].low in _BREAKS), len(tokens))
    return any(begun <= m < i for m in modals) and any(i < m < stop for m in modals)


class Unit(NamedTuple):
    """Clauses first..last (inclusive) that may carry one claim."""

    first: int
    last: int


def units_of(clauses: Sequence[Clause]) -> list[Unit]:
    """The spans of one sentence that may carry a claim each; none where nothing points to the future."""
    anchors = [i for i, clause in enumerate(clauses) if clause.strong]
    if not anchors:
        return [Unit(0, len(clauses) - 1)] if any(not WEAK.isdisjoint(c.classes) for c in clauses) else []
    groups = [[anchors[0]]]
    for i in anchors[1:]:
        if _belongs(clauses, groups[-1][-1], i):
            groups[-1].append(i)
        else:
            groups.append([i])
    return _spread(groups, len(clauses))


def _belongs(clauses: Sequence[Clause], left: int, right: int) -> bool:
    """Whether two clauses with cues say one thing: frame and content, condition and consequence."""
    a, b = clauses[left], clauses[right]
    if "condition_head" in a.opener or "condition_head" in b.opener:
        return right - left <= 2
    if not a.modal and right - left <= 2:
        return "subordinate" in b.opener or not b.modal
    return not b.modal and right - left <= 1


def _spread(groups: Sequence[Sequence[int]], count: int) -> list[Unit]:
    """Give the clauses without a cue to the group before them, the leading ones to the first."""
    units = []
    for n, group in enumerate(groups):
        first = 0 if n == 0 else group[0]
        last = groups[n + 1][0] - 1 if n + 1 < len(groups) else count - 1
        units.append(Unit(first, last))
    return units
