"""Conditions that stand before the sentence or clause of a claim, and what only reports on what was said before."""

from collections.abc import Sequence

from registry.domain.extraction.conditions import HYPOTHETICAL, OPEN, Condition, conditions_of, stated_conditions
from registry.domain.extraction.features import lead_of
from registry.domain.extraction.passage import Passage
from registry.domain.extraction.readings import Reading
from registry.domain.extraction.units import Unit

_QUOTES = frozenset('"„“”«»')
_FARTHEST, _NEAR = 4, 2


def condition_for(passages: Sequence[Passage], number: int, unit: Unit, lead: Reading | None) -> Condition | None:
    """The condition of a claim in sentence `number`: its own, else one that its paragraph has just named."""
    passage = passages[number]
    own = next(stated_conditions(passage, unit), None)
    if own is not None or lead is None:
        return own
    before = _joined_to(passage, unit, lead) or _carried(passages, number, unit, lead)
    if before is not None:
        return before
    told = lead.kind in HYPOTHETICAL and _goes_on_telling(passages, number)
    return next(conditions_of(passage, unit, lead, told), None)


def _joined_to(passage: Passage, unit: Unit, lead: Reading) -> Condition | None:
    """The condition that opens the claim before an "and": "if it fails, he will go, and so will she"."""
    if not unit.first or "joiner" not in passage.clauses[unit.first].opener or lead.clause != unit.first:
        return None
    before = next((one for one in passage.units() if one.last == unit.first - 1), None)
    found = next(stated_conditions(passage, before), None) if before else None
    verb = lead_of(before) if before else None
    opens = found is not None and verb is not None and found.span[0] < passage.tokens[verb.at].start
    return found if opens else None


def _carried(passages: Sequence[Passage], number: int, unit: Unit, lead: Reading) -> Condition | None:
    """The condition of the sentence before, where this one tells what would or "then" will follow."""
    passage, before = passages[number], passages[number - 1]
    if not number or before.sentence.line != passage.sentence.line or not _follows(passage, unit, lead):
        return None
    if not before.clauses:
        return None  # nothing but marks
    for one in [*before.units()] or [Unit(0, len(before.clauses) - 1, ())]:
        verb = lead_of(one)
        told = _goes_on_telling(passages, number - 1)
        sure = verb is not None and verb.kind in HYPOTHETICAL
        found = conditions_of(before, one, verb, told) if sure else stated_conditions(before, one)
        if condition := next(found, None):
            return condition
    return None


def _follows(passage: Passage, unit: Unit, lead: Reading) -> bool:
    """Whether the claim can be what follows from something named before; what somebody says has its own conditions."""
    if any(h.word_class == "say_verb" and h.first < lead.at for h in passage.hits):
        return lead.kind in OPEN and passage.has_at(lead.at - 1, "pointing")
    opener = passage.clauses[unit.first].opener
    then = "then" in opener or any(h.word_class == "then" and abs(h.first - lead.at) <= _NEAR for h in passage.hits)
    return lead.kind in HYPOTHETICAL or then or (lead.kind in OPEN and "pointing" in opener)


def _goes_on_telling(passages: Sequence[Passage], number: int) -> bool:
    """Whether a sentence shortly before in the paragraph says who said it, and this one goes on without quoting."""
    passage = passages[number]
    if not _QUOTES.isdisjoint(passage.words):
        return False
    near = passages[max(0, number - _FARTHEST) : number]
    lines = [one for one in near if one.sentence.line == passage.sentence.line]
    reports = any(h.word_class == "subjunctive_report" for h in passage.hits)
    return reports or any(h.word_class == "told_before" for one in lines for h in one.hits)
