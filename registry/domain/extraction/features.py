"""What the scorer looks at: the word classes of a span, where they stand, and how the sentence is built."""

from collections.abc import Iterable

from registry.domain.extraction.clauses import MODAL, Unit
from registry.domain.extraction.passage import Passage

_COMPANIONS = (
    "negation first_person second_person pronoun impersonal past general question change soon quantity hedge_mid hedge_low "
    "condition plan demand must subordinate relative purpose say opinion weekday month"
).split()
_QUOTES = frozenset('"„“”«»')


def features_of(passage: Passage, unit: Unit, number: int, count: int) -> dict[str, float]:
    """Features of one unit in sentence `number` (from 0) of `count`."""
    clauses = passage.clauses[unit.first : unit.last + 1]
    inside = frozenset().union(*(c.classes for c in clauses))
    anchored = frozenset().union(*(c.classes for c in clauses if c.strong))
    found = {f"u:{name}": 1.0 for name in inside}
    found |= {f"a:{name}": 1.0 for name in anchored}
    found |= {f"s:{h.word_class}": 1.0 for h in passage.hits if h.word_class not in inside}
    found |= {f"o:{name}": 1.0 for name in clauses[0].opener}
    found |= {f"{modal}&{name}": 1.0 for modal in anchored & MODAL for name in _COMPANIONS if name in inside}
    found |= {name: 1.0 for name in _shape(passage, unit, number, anchored)}
    first, last = passage.token_range(unit)
    found["length"] = min(last - first + 1, 60) / 30
    found["position"] = number / max(1, count)
    return found


def _shape(passage: Passage, unit: Unit, number: int, anchored: frozenset[str]) -> Iterable[str]:
    first, last = passage.token_range(unit)
    words = passage.words
    if not anchored & MODAL:
        yield "no_modal"
    if not anchored:
        yield "no_cue"
    if "?" in words[-2:]:
        yield "question_mark"
    if not _QUOTES.isdisjoint(words):
        yield "quotation_mark"
    if last - first < 7:
        yield "short"
    if words[-1] not in ".!?\"“”»":
        yield "open_end"
    if number < 3:
        yield "at_the_top"
    if any(token.text[0].isdigit() for token in passage.tokens[first : last + 1]):
        yield "digits"
