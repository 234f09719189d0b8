"""The same claim told twice becomes one candidate with several quotes."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import chain
from typing import NamedTuple

from registry.domain.extraction.candidate import Candidate, Span

_MOST_QUOTES = 5
_ALIKE = 0.6
_WITHIN = 0.8
_FEWEST_WORDS = 3
# With more claims that share a word a claim is not compared; the surest come first, and few texts hold as many.
_MOST_COMPARED = 200
# A headline or teaser says in few words of its own what the text says at length.
_ALIKE_AT_TOP, _WITHIN_AT_TOP, _FEWEST_AT_TOP = 0.3, 0.4, 2


class Draft(NamedTuple):
    """A candidate with the stems of its content words, by which it is compared, and the numbers in them.

    `quotes` are its own and those of its restatements, empty while it has none; `at_top` is true for a claim of the
    headline or teaser. `word` words the statement where that was left until it is clear that the candidate stays.
    """

    candidate: Candidate
    words: frozenset[str]
    figures: frozenset[str] = frozenset()
    quotes: tuple[Span, ...] = ()
    at_top: bool = False
    word: Callable[[], str] | None = None


def merged(drafts: Sequence[Draft], finish: Callable[[Candidate, str], Candidate] | None = None) -> list[Candidate]:
    """Candidates, surest first; a restatement gives its quotes to the surer one.

    `finish` gives those that stay their statement and does what else is left to do, before they take the quotes.
    """
    kept: list[Draft] = []
    holding: dict[str, list[int]] = {}
    for draft in sorted(drafts, key=lambda d: (-d.candidate.confidence, d.candidate.quotes)):
        able = draft.words if len(draft.words) >= _FEWEST_WORDS else frozenset()
        near = Counter(chain.from_iterable(holding[word] for word in able if word in holding))
        alike = sorted(i for i, common in near.items() if common >= _FEWEST_AT_TOP)
        twin = next((i for i in alike if _same(kept[i], draft)), None)
        if twin is not None:
            kept[twin] = _joined(kept[twin], draft)
            continue
        for word in able:
            of_word = holding.setdefault(word, [])
            if len(of_word) < _MOST_COMPARED:
                of_word.append(len(kept))
        kept.append(draft)
    return [_finished(one, finish) for one in kept]


def _finished(draft: Draft, finish: Callable[[Candidate, str], Candidate] | None) -> Candidate:
    candidate = draft.candidate
    if finish is not None:
        candidate = finish(candidate, draft.word() if draft.word else candidate.statement)
    return replace(candidate, quotes=draft.quotes) if draft.quotes else candidate


def _same(a: Draft, b: Draft) -> bool:
    if a.candidate.polarity != b.candidate.polarity or not _agree(a, b):
        return False
    at_top = a.at_top or b.at_top
    fewest, alike, within = (
        (_FEWEST_AT_TOP, _ALIKE_AT_TOP, _WITHIN_AT_TOP) if at_top else (_FEWEST_WORDS, _ALIKE, _WITHIN)
    )
    common, least = len(a.words & b.words), min(len(a.words), len(b.words))
    if least < _FEWEST_WORDS or common < fewest:
        return False
    return common / len(a.words | b.words) >= alike or common / least >= within


def _agree(a: Draft, b: Draft) -> bool:
    """Whether neither names a number or a due date that the other contradicts; one may say less than the other."""
    due = {a.candidate.due_on, b.candidate.due_on} - {None}
    return len(due) < 2 and (a.figures <= b.figures or b.figures <= a.figures)


def _joined(kept: Draft, twin: Draft) -> Draft:
    quotes = sorted({*(kept.quotes or kept.candidate.quotes), *twin.candidate.quotes})
    if len(quotes) > _MOST_QUOTES:
        return kept
    return kept._replace(figures=kept.figures | twin.figures, quotes=tuple(quotes))
