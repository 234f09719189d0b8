"""What a claim depends on: a clause (if), a verb put first, a phrase (without) or the subject of a "would"."""

from collections.abc import Iterator
from typing import NamedTuple

from registry.domain.extraction.clauses import Clause
from registry.domain.extraction.passage import Passage
from registry.domain.extraction.quotations import Span
from registry.domain.extraction.readings import Reading
from registry.domain.extraction.units import Unit

HYPOTHETICAL = frozenset({"would", "would_irreg", "would_must"})
"""Readings of verbs that tell what would be."""
OPEN = frozenset({"could", "can", "can_reported", "might", "may"})
"""Readings of verbs that leave it open whether something comes."""
_TIMES = frozenset("later weekday month year".split())
_PHRASES = frozenset({"condition_phrase", "condition_means", "condition_inside", "condition_lack"})
_OF_EVENTS = _TIMES | {"horizon", "hedge_low"}
_SURE = frozenset("hedge_high hedge_mid hedge_low".split())
_VERBS = frozenset({"finite_verb", "outcome", "outcome_reported"})
_RIGHT_BEFORE = 3
_LACKING = frozenset({"negation", "hedge_neg"})
_LONGEST_SUBJECT = 14
_TOLD = frozenset({"say_verb"})
_LONGEST_PHRASE = 8
_BEFORE_SUBJECT = ("that", "joiner", "contrast", "relative", "focus")
_BEFORE_CONTENT, _SAYING = frozenset({"that", "say_verb"}), frozenset({"say_verb", "told_before"})
_DEPENDENT = frozenset("that relative question_word purpose_head subordinate".split())


class Condition(NamedTuple):
    """The words of a condition and where they stand; `how` names what gave it away."""

    text: str
    span: Span
    how: str


def conditions_of(passage: Passage, unit: Unit, lead: Reading | None, told: bool = False) -> Iterator[Condition]:
    """Every condition of the unit, explicit ones first; `told` says that the sentences before report what was said."""
    yield from stated_conditions(passage, unit)
    for reading in unit.readings:
        sure = reading == lead and reading.kind in HYPOTHETICAL and not _reported(passage, reading, told)
        if sure:
            yield from _opening_phrase(passage, unit)
        if sure or (reading.kind in OPEN and _indefinite(passage, reading) and not _is_event(passage, reading)):
            yield from _subject(passage, reading)


def stated_conditions(passage: Passage, unit: Unit) -> Iterator[Condition]:
    """The conditions of the unit that are told by a clause or phrase of their own."""
    yield from _clauses(passage, unit)
    yield from _inverted(passage, unit)
    yield from _phrases(passage, unit)
    yield from _told_by_verb(passage, unit)


def _condition(passage: Passage, first: int, last: int, how: str) -> Condition:
    start, end = passage.tokens[first].start, passage.tokens[last].end
    return Condition(passage.text[start:end].strip(" ,?"), (start, end), how)


def _clauses(passage: Passage, unit: Unit) -> Iterator[Condition]:
    clauses = passage.clauses
    first, last = passage.token_range(unit)
    for hit in passage.hits if "condition_clause" in passage.classes_of(unit) else ():
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
    """Whether the "if" is a "whether" or an "as if", and the "once" counts times."""
    before = {h.word_class for h in passage.hits if h.last == at - 1}
    return not before.isdisjoint({"asking", "unclear", "unreal"}) or _spared(passage, at)


def _spared(passage: Passage, at: int) -> bool:
    return any(h.word_class == "no_condition" and h.first <= at <= h.last for h in passage.hits)


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
            yield _condition(passage, reading.at, clause.last, "inverted")


def _phrases(passage: Passage, unit: Unit) -> Iterator[Condition]:
    """Phrases that open their clause ("ohne Hilfe"), or such as are one anywhere ("in that case")."""
    telling = [h for h in passage.hits if h.word_class in _PHRASES]
    if not telling:
        return
    sure = {h.first for h in passage.hits if h.word_class in _SURE and h.last > h.first}
    weighing = {r.clause for r in unit.readings if r.kind in HYPOTHETICAL | OPEN}
    for number, clause in enumerate(passage.clauses[unit.first : unit.last + 1], unit.first):
        for hit in telling:
            if not clause.first <= hit.first <= clause.last or _spared(passage, hit.first):
                continue
            opens = hit.first <= clause.first + 1 and hit.first not in sure
            means = hit.word_class == "condition_means" and number in weighing and hit.word_class in clause.opener
            opens = opens and (hit.word_class == "condition_phrase" or (means and "relative" not in clause.opener))
            lacks = hit.word_class == "condition_lack" and (number in weighing or _denied(passage, unit, hit.first))
            if opens or lacks or hit.word_class == "condition_inside":
                verbs = [r.at for r in unit.readings if hit.last < r.at <= clause.last]
                verbs += [h.first for h in passage.hits if h.word_class in _VERBS and hit.last < h.first <= clause.last]
                verb = min(verbs, default=clause.last + 1)
                yield _condition(passage, hit.first, max(hit.last, min(verb - 1, hit.last + _LONGEST_PHRASE)), "phrase")


def _denied(passage: Passage, unit: Unit, at: int) -> bool:
    """Whether the unit says that something does not happen: "no peace without America"."""
    first, last = passage.token_range(unit)
    return any(h.word_class in _LACKING and first <= h.first <= last and h.first != at for h in passage.hits)


def _told_by_verb(passage: Passage, unit: Unit) -> Iterator[Condition]:
    """What a clause begins with where its verb draws a consequence: "a mild winter means low prices"."""
    for clause in passage.clauses[unit.first : unit.last + 1]:
        for hit in passage.hits if "condition_verb" in clause.classes else ():
            opens = hit.word_class == "condition_verb" and clause.first <= hit.first <= clause.first + 1
            if opens and not _spared(passage, hit.first):
                yield _condition(passage, hit.first, hit.last - 1, "subject")


def _opening_phrase(passage: Passage, unit: Unit) -> Iterator[Condition]:
    """A phrase that a "would" hangs on: "with fuel at such prices the line would close"."""
    clause = passage.clauses[unit.first]
    if "condition_with" in clause.opener and not any(_spared(passage, i) for i in (clause.first, clause.first + 1)):
        verb = next((r.at for r in unit.readings if clause.first < r.at <= clause.last), clause.last + 1)
        yield _condition(passage, clause.first, min(verb - 1, clause.first + _LONGEST_SUBJECT), "phrase")


def _reported(passage: Passage, reading: Reading, told: bool) -> bool:
    """Whether a "would" may only be the "will" of reported speech: "prices would rise, she said"."""
    if _indefinite(passage, reading) or _points(passage, reading, "pointing"):
        return False
    if told and passage.has_at(reading.at, "reported_would"):
        return True
    if reading.kind != "would":
        return False
    if _points(passage, reading, "demonstrative") and not passage.has_at(reading.at - 1, "shell_subject"):
        return False
    return any(h.word_class in _SAYING and h.first != reading.verb for h in passage.hits)


def _points(passage: Passage, reading: Reading, word_class: str) -> bool:
    """Whether the subject points back at what was said ("this would"); a "that" may only open the clause."""
    opener = passage.clauses[reading.clause].opener
    if not _TIMES.isdisjoint(opener):
        return False  # "this time they would"
    return word_class in opener and ("that" not in opener or passage.has_at(reading.at - 1, word_class))


def _indefinite(passage: Passage, lead: Reading) -> bool:
    """Whether the clause begins with what may come or not: "a ban could", "where a win would", "closing it would"."""
    begun = _begun(passage, lead)
    first, end = begun.first, min(lead.at - 1, begun.last + 1)
    frames = (h for h in passage.hits if h.word_class in _BEFORE_CONTENT and first < h.first < end)
    at = max((h.last + (h.word_class != "that") for h in frames), default=first)
    while at < lead.at and any(passage.has_at(at, name) for name in _BEFORE_SUBJECT):
        at += 1
    return passage.has_at(at, "indefinite_article") or passage.has_at(at, "act_as_subject")


def _is_event(passage: Passage, lead: Reading) -> bool:
    """Whether what may come is what is claimed: "a storm could come on Friday", "a ban could not be ruled out"."""
    return not _OF_EVENTS.isdisjoint(passage.clauses[lead.clause].classes)


def _begun(passage: Passage, lead: Reading) -> Clause:
    """The clause of the verb, or where it sets in behind who says so the one before ("A ban, he said, would ...")."""
    number = lead.clause
    if not number or lead.at > passage.clauses[number].first:
        return passage.clauses[number]
    at = number - 1
    while at and not (_TOLD.isdisjoint(passage.clauses[at].classes) and "relative" not in passage.clauses[at].opener):
        at -= 1
    return passage.clauses[at if at < number - 1 else number]


def _subject(passage: Passage, lead: Reading) -> Iterator[Condition]:
    """What stands before the verb in its clause: "a ban would cost ..." depends on the ban; "I would say" does not."""
    clause = _begun(passage, lead)
    if clause.first < lead.at and clause != passage.clauses[lead.clause]:
        yield _condition(passage, clause.first, clause.last, "subject")
        return
    apart = "question_word" in clause.opener or ("relative" in clause.opener and clause.mark == ",")
    if apart and "that" not in clause.opener and not _indefinite(passage, lead):
        return
    links = sum(1 for h in passage.hits if h.word_class == "consequence" and clause.first <= h.first < lead.at)
    if links and links == lead.at - clause.first:
        return
    if any(h.word_class in ("joiner", "own_subject") and h.first == lead.at - 1 for h in passage.hits):
        return  # "X gave in and would ...": the verb before has the subject; and a person is no condition.
    if lead.verb is not None and passage.has_at(lead.verb, "expect"):
        return  # "Most analysts would expect"
    speaks = passage.has_at(clause.first, "first_person") and lead.at == clause.first + 1
    if clause.first < lead.at <= clause.first + _LONGEST_SUBJECT and not speaks:
        yield _condition(passage, clause.first, lead.at - 1, "subject")
