"""What a claim depends on: a clause (if), a verb put first, a phrase (without) or the subject of a "would"."""

from collections.abc import Iterator
from typing import NamedTuple

from registry.domain.extraction.passage import Passage
from registry.domain.extraction.quotations import Span
from registry.domain.extraction.readings import Reading
from registry.domain.extraction.units import Unit

_HYPOTHETICAL = frozenset({"would", "would_irreg", "would_must"})
_OPEN = frozenset({"could", "can", "can_reported", "might", "may"})
_TIMES = frozenset("later weekday month year".split())
_SURE = frozenset("hedge_high hedge_mid hedge_low".split())
_RIGHT_BEFORE = 3
_LONGEST_SUBJECT = 14
_LONGEST_PHRASE = 8
_DEPENDENT = frozenset("that relative question_word purpose_head subordinate".split())


class Condition(NamedTuple):
    """The words of a condition and where they stand; `how` names what gave it away."""

    text: str
    span: Span
    how: str


def conditions_of(passage: Passage, unit: Unit, lead: Reading | None) -> Iterator[Condition]:
    """Every condition of the unit, explicit ones first."""
    yield from _clauses(passage, unit)
    yield from _inverted(passage, unit)
    yield from _phrases(passage, unit)
    for reading in unit.readings:
        sure = reading == lead and reading.kind in _HYPOTHETICAL and not _reported(passage, reading)
        if sure or (reading.kind in _OPEN and _indefinite(passage, reading)):
            yield from _subject(passage, reading)


def _condition(passage: Passage, first: int, last: int, how: str) -> Condition:
    start, end = passage.tokens[first].start, passage.tokens[last].end
    return Condition(passage.text[start:end].strip(" ,"), (start, end), how)


def _clauses(passage: Passage, unit: Unit) -> Iterator[Condition]:
    clauses = passage.clauses
    first, last = passage.token_range(unit)
    for hit in passage.hits:
        if hit.word_class != "condition_clause" or not first <= hit.first <= last or _asks(passage, hit.first):
            continue
        if _dates(passage, hit.first) and "negation" not in passage.clauses[_clause_at(passage, hit.first)].classes:
            continue
        at = _clause_at(passage, hit.first)
        stop = at
        while stop < unit.last and not _DEPENDENT.isdisjoint(clauses[stop + 1].opener):
            stop += 1
        yield _condition(passage, hit.first, clauses[stop].last, "clause")


def _clause_at(passage: Passage, at: int) -> int:
    return next(i for i, c in enumerate(passage.clauses) if at <= c.last)


def _asks(passage: Passage, at: int) -> bool:
    """Whether the "if" is a "whether" or an "as if"."""
    before = {h.word_class for h in passage.hits if h.last == at - 1}
    return not before.isdisjoint({"asking", "unclear", "unreal"})


def _dates(passage: Passage, at: int) -> bool:
    """Whether the clause only explains a time that stands right before it ("im Herbst, wenn die Blätter fallen")."""
    if not at or passage.tokens[at - 1].text != ",":
        return False
    return any(h.word_class in _TIMES and at - _RIGHT_BEFORE <= h.last < at for h in passage.hits)


def _inverted(passage: Passage, unit: Unit) -> Iterator[Condition]:
    for reading in unit.readings:
        clause = passage.clauses[reading.clause]
        # "Geht es nach den Umfragen, gewinnt sie" names a source, no condition.
        if reading.kind == "inverted_condition" and not passage.has_at(clause.first, "according"):
            yield _condition(passage, clause.first, clause.last, "inverted")


def _phrases(passage: Passage, unit: Unit) -> Iterator[Condition]:
    """Phrases that open their clause ("ohne Hilfe"), or such as are one anywhere ("in that case")."""
    sure = {h.first for h in passage.hits if h.word_class in _SURE and h.last > h.first}
    weighing = {r.clause for r in unit.readings if r.kind in _HYPOTHETICAL | _OPEN}
    for number, clause in enumerate(passage.clauses[unit.first : unit.last + 1], unit.first):
        for hit in passage.hits:
            opens = clause.first <= hit.first <= clause.first + 1 and hit.first not in sure
            means = hit.word_class == "condition_means" and number in weighing and hit.word_class in clause.opener
            opens = opens and (hit.word_class == "condition_phrase" or (means and "relative" not in clause.opener))
            if opens or (hit.word_class == "condition_inside" and clause.first <= hit.first <= clause.last):
                verb = next((r.at for r in unit.readings if hit.last < r.at <= clause.last), clause.last + 1)
                yield _condition(passage, hit.first, max(hit.last, min(verb - 1, hit.last + _LONGEST_PHRASE)), "phrase")


def _reported(passage: Passage, reading: Reading) -> bool:
    """Whether a "would" may only be the "will" of reported speech: "prices would rise, she said"."""
    opener = passage.clauses[reading.clause].opener
    if reading.kind != "would" or "demonstrative" in opener or _indefinite(passage, reading):
        return False
    return any(h.word_class == "say_verb" and h.first != reading.verb for h in passage.hits)


def _indefinite(passage: Passage, lead: Reading) -> bool:
    """Whether an indefinite article opens the clause: "a ban could", "ein Verbot könnte"."""
    first = passage.clauses[lead.clause].first
    return any(h.word_class == "indefinite_article" and h.first == first for h in passage.hits)


def _subject(passage: Passage, lead: Reading) -> Iterator[Condition]:
    """What stands before the verb in its clause: "a ban would cost ..." depends on the ban; "I would say" does not."""
    clause = passage.clauses[lead.clause]
    if "that" not in clause.opener and "relative" in clause.opener and clause.mark == ",":
        return
    links = sum(1 for h in passage.hits if h.word_class == "consequence" and clause.first <= h.first < lead.at)
    if links and links == lead.at - clause.first:
        return
    if any(h.word_class == "joiner" and h.first == lead.at - 1 for h in passage.hits):
        return  # "X gave in and would ...": the verb before has the subject.
    speaks = passage.has_at(clause.first, "first_person") and lead.at == clause.first + 1
    if clause.first < lead.at <= clause.first + _LONGEST_SUBJECT and not speaks:
        yield _condition(passage, clause.first, lead.at - 1, "subject")
