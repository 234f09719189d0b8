"""Forecast, conditional or announcement."""

from registry.domain.extraction.conditions import Condition
from registry.domain.extraction.passage import Passage
from registry.domain.extraction.polarity import polarity_of
from registry.domain.extraction.readings import Reading
from registry.domain.extraction.units import Unit

_HEDGED = frozenset("hedge_mid hedge_low hedge_neg expect fear threaten opinion".split())
_PLAIN_FUTURE = frozenset({"future", "future_passive"})


def kind_of(passage: Passage, unit: Unit, lead: Reading | None, condition: Condition | None) -> str:
    """The kind of the claim; an announcement is an unhedged future of a verb of planning or deciding.

    A denial without an actor ("no treaty will be signed") announces nobody's plan.
    """
    if condition is not None:
        return "conditional"
    if lead is None or lead.kind not in _PLAIN_FUTURE or not _HEDGED.isdisjoint(passage.classes_of(unit)):
        return "forecast"
    if lead.kind == "future_passive" and polarity_of(passage, lead, None) == "no":
        return "forecast"
    acts = any(h.first == lead.verb and h.word_class == "plan_verb" for h in passage.hits)
    return "announcement" if acts else "forecast"
