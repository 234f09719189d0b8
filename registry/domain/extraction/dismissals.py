"""What can never be a prediction, whatever its words weigh, and why."""

from collections.abc import Callable, Iterator

from registry.domain.extraction.answers import is_question
from registry.domain.extraction.features import lead_of
from registry.domain.extraction.governors import governors_of
from registry.domain.extraction.passage import Passage
from registry.domain.extraction.readings import Reading
from registry.domain.extraction.units import Unit

Dismissal = Callable[[Passage, Unit, Reading], bool]


def _question(passage: Passage, unit: Unit, lead: Reading) -> bool:
    return is_question(passage) and lead.kind != "answered_question"


def _open_question(passage: Passage, unit: Unit, lead: Reading) -> bool:
    asked = any({"whether", "question_word"} & c.opener for c in passage.clauses[unit.first : unit.last + 1])
    return asked and any(h.word_class == "unclear" for h in passage.hits)


def _hope(passage: Passage, unit: Unit, lead: Reading) -> bool:
    return next(iter(reversed([*governors_of(lead, passage.clauses, passage.hits)])), None) == "hope"


def _purpose(passage: Passage, unit: Unit, lead: Reading) -> bool:
    return lead.kind in {"can", "could", "future"} and "purpose_clause" in passage.clauses[lead.clause].opener


def _pretence(passage: Passage, unit: Unit, lead: Reading) -> bool:
    return any(h.word_class == "unreal" and h.first <= lead.at <= h.last + 8 for h in passage.hits)


_DISMISSALS: dict[str, Dismissal] = {
    "a question": _question,
    "an open question": _open_question,
    "a hope or wish": _hope,
    "a purpose": _purpose,
    "only as if": _pretence,
}


def dismissals_of(passage: Passage, unit: Unit) -> Iterator[str]:
    """Every reason for which the unit is no prediction."""
    lead = lead_of(unit)
    if lead is not None:
        yield from (reason for reason, holds in _DISMISSALS.items() if holds(passage, unit, lead))
