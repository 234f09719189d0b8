"""What can never be a prediction, whatever its words weigh, and why."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from registry.domain.extraction.answers import is_question
from registry.domain.extraction.features import asked_inside, lead_of
from registry.domain.extraction.governors import governors_of
from registry.domain.extraction.passage import Passage
from registry.domain.extraction.readings import CLAIMING, FRAMING, Reading
from registry.domain.extraction.units import Unit

_TIMES = frozenset({"later", "year", "weekday", "month"})
_SUGGESTING, _BESIDE_VERB = frozenset({"could", "would_must"}), 2
_RIGHT_BEHIND = 4
# What stands beside a verb of the past without a tense of its own.
_BESIDE = frozenset({"hedge", "inverted_condition"})
_UNMET = frozenset({"condition_inverted", "condition_clause"})
_ASKING = frozenset({"whether", "question_word"})
_MAKES_POSSIBLE = frozenset({"can", "could", "may", "might"})
_GRANTING, _STATES = frozenset({"may", "might"}), frozenset({"state_verb", "epistemic_verb"})
_CONSEQUENT = frozenset({"future", "future_passive"})
_UNREAL = frozenset("would could might should would_irreg would_must hedge".split())
_UNREAL_CONDITIONS = frozenset({"condition_inverted", "condition_clause"})
_NO_ACTS = frozenset({"change", "state_verb", "epistemic_verb"})
_NO_DEMAND = frozenset({"weather", "expect", "condition_clause"})
_SAID = frozenset({"say", "opinion", "expect", "fear", "hedge_low"})
_FEWEST_WORDS, _SHORTEST_CONDITION = 3, 5
_OPEN = frozenset({"later", "weekday", "month", "year", "condition_clause", "condition_phrase"})
# A shorter quote stands in too many places to tell what was said ("It will.").
SHORTEST_QUOTE = 10
Holds = Callable[[Passage, Unit, Reading], bool]


class Dismissal(NamedTuple):
    """A reason that `holds` of a unit; `signs` are word classes of which one must stand in the sentence, if any."""

    holds: Holds
    signs: frozenset[str] = frozenset()


def _too_short(passage: Passage, unit: Unit, lead: Reading) -> bool:
    start, end = passage.span(unit)
    if lead.kind == "answered_question":
        return False
    first, last = passage.token_range(unit)
    # "Probably fish." says nothing by itself.
    bare = lead.kind == "hedge" and sum(token.is_word for token in passage.tokens[first : last + 1]) < _FEWEST_WORDS
    return bare or end - start < SHORTEST_QUOTE


def _question(passage: Passage, _unit: Unit, lead: Reading) -> bool:
    return is_question(passage) and lead.kind != "answered_question"


def _open_question(passage: Passage, unit: Unit, lead: Reading) -> bool:
    if asked_inside(passage, lead) or _asked(passage, lead):
        return True
    first, _ = passage.token_range(unit)
    unclear = [h.last for h in passage.hits if h.word_class == "unclear"]
    if not unclear:
        return False
    conditions = {h.first for h in passage.hits if h.word_class == "condition_clause"}
    asking = [h.first for h in passage.hits if h.word_class in _ASKING and first <= h.first]
    # An "if" asks only right behind what is unclear; a "whether" anywhere.
    behind = {at for last in unclear for at in range(last + 1, last + _RIGHT_BEHIND)}
    return any(at not in conditions or at in behind for at in asking)


def _asked(passage: Passage, lead: Reading) -> bool:
    """Whether somebody asks what the clause says ("asked whether he would resign")."""
    clause = passage.clauses[lead.clause]
    asks = "whether" in clause.opener and "condition_clause" not in clause.opener
    return asks and any(h.word_class == "asked" and h.first < clause.first for h in passage.hits)


def _hope(passage: Passage, _unit: Unit, lead: Reading) -> bool:
    if any(h.first == lead.verb and h.word_class == "hope" for h in passage.hits):
        return True
    # The plan that is hoped to succeed stands nearer to the verb than the hope.
    governors = [name for name in governors_of(lead, passage.clauses, passage.hits) if name != "plan"]
    return governors[-1:] == ["hope"]


def _purpose(passage: Passage, _unit: Unit, lead: Reading) -> bool:
    clause = passage.clauses[lead.clause]
    if lead.kind in _MAKES_POSSIBLE | {"future"} and "purpose_clause" in clause.opener:
        return True
    # Within a clause "so that" may tell the outcome of a forecast as well; what it makes possible is a purpose.
    return lead.kind in _MAKES_POSSIBLE and any(
        h.word_class == "purpose_clause" and clause.first <= h.first < lead.at for h in passage.hits
    )


def _pretence(passage: Passage, _unit: Unit, lead: Reading) -> bool:
    return any(h.word_class == "unreal" and h.first <= lead.at <= h.last + 8 for h in passage.hits)


def _past(passage: Passage, unit: Unit, _lead: Reading) -> bool:
    """Whether every reading is of what would have been or had been expected, or depends on what has not been."""
    told = [r for r in unit.readings if r.kind not in _BESIDE]
    unmet = any(r.kind.endswith("_perfect") and not _UNMET.isdisjoint(passage.clauses[r.clause].opener) for r in told)
    if unmet and not any(r.kind == "would" for r in told):
        return True
    return bool(told) and all(r.kind.endswith("_perfect") or _had_been(passage, r) for r in told)


def _had_been(passage: Passage, reading: Reading) -> bool:
    return reading.kind.endswith("_past") and "pluperfect" in passage.clauses[reading.clause].classes


def _unreal_past(passage: Passage, unit: Unit, lead: Reading) -> bool:
    """Whether it follows from what never happened: "he could be dead now, had nobody pulled him out"."""
    inside = passage.classes_of(unit)
    if lead.kind not in _UNREAL or not _TIMES.isdisjoint(inside):
        return False
    clauses = passage.clauses
    conditions = {i for i, c in enumerate(clauses) if i != lead.clause and not _UNREAL_CONDITIONS.isdisjoint(c.opener)}
    told = {r.clause for r in unit.readings if r.kind.endswith("_perfect")}
    unmet = not conditions.isdisjoint(told) or any("pluperfect" in clauses[i].classes for i in conditions)
    return unmet and ("now" in inside or bool(told - conditions))


def _seen_from_past(passage: Passage, _unit: Unit, lead: Reading) -> bool:
    """Whether a "would" is the future of somebody who knew or thought back then, or the thought itself is told."""
    if lead.kind in FRAMING:
        return any(h.word_class == "past_view" and h.first <= lead.at <= h.last for h in passage.hits)
    if not lead.kind.startswith("would"):
        return False
    return any(h.word_class == "past_view" and h.first < lead.at for h in passage.hits)


def _told_long_ago(passage: Passage, _unit: Unit, lead: Reading) -> bool:
    """Whether what is claimed was said long before the article: "In 1996 he said that it would not last"."""
    ago = [h.first for h in passage.hits if h.word_class == "long_ago" and h.first < lead.at]
    if not ago:
        return False
    verbs = {h.first for h in passage.hits if h.word_class == "said_back"}
    return any(passage.clause_of(at) <= passage.clause_of(verb) and verb < lead.at for at in ago for verb in verbs)


def _demand(passage: Passage, unit: Unit, lead: Reading) -> bool:
    """Whether a bare "should" asks for an act; of a change, a state or the weather it expects one."""
    if lead.kind != "should":
        return False
    if passage.has_at(lead.at, "entitlement") and passage.classes_of(unit).isdisjoint(_OPEN):
        return True
    classes, inside = {h.word_class for h in passage.hits if h.first == lead.verb}, passage.classes_of(unit)
    if not classes.isdisjoint(_NO_ACTS) or ("comes_about" in classes and not inside.isdisjoint(_TIMES)):
        return False
    # "If he wants to help, he should pay" is no expectation.
    wanted = "want" in inside and "condition_clause" in inside
    return wanted or inside.isdisjoint(_NO_DEMAND)


def _suggestion(passage: Passage, unit: Unit, lead: Reading) -> bool:
    """Whether the clause says what one could or ought to do, of no time and on no condition."""
    if lead.kind not in _SUGGESTING or not (_TIMES | {"condition"}).isdisjoint(passage.classes_of(unit)):
        return False
    return any(h.word_class == "one" and abs(h.first - lead.at) <= _BESIDE_VERB for h in passage.hits)


def _only_condition(passage: Passage, unit: Unit, lead: Reading) -> bool:
    """Whether nothing but a condition behind its main clause points to the future ("in case it might rain")."""
    if lead.kind not in CLAIMING or _follows_condition(passage, lead):
        return False
    clauses = passage.clauses
    if "condition_clause" in clauses[lead.clause].opener and "condition_clause" in clauses[lead.clause - 1].opener:
        return False  # "The longer it lasts, the higher the price will be"
    return all(r.clause and "condition_clause" in clauses[r.clause].opener for r in unit.readings)


def _follows_condition(passage: Passage, lead: Reading) -> bool:
    """Whether the consequence stands in the clause as well: "and unless it rains soon the maize will die"."""
    clause = passage.clauses[lead.clause]
    return lead.kind in _CONSEQUENT and lead.at - clause.first >= _SHORTEST_CONDITION and lead.at + 1 < clause.last


def _set_phrase(passage: Passage, unit: Unit, lead: Reading) -> bool:
    last = framed_clause(passage, lead)
    conditions = [r.clause for r in unit.readings if r.kind == "inverted_condition"]
    first = passage.clauses[min([lead.clause, *conditions])].first
    behind = passage.clauses[last].last
    return any(h.word_class == "set_phrase" and first <= h.first <= behind for h in passage.hits)


def _told_by(word_class: str, unless: frozenset[str] = frozenset()) -> Dismissal:
    """Dismisses what a phrase of the word class covers the verb of; not where the claim has one of the others."""

    def holds(passage: Passage, unit: Unit, lead: Reading) -> bool:
        covered = any(h.word_class == word_class and h.first <= lead.at <= h.last for h in passage.hits)
        return covered and passage.classes_of(unit).isdisjoint(unless)

    return Dismissal(holds, frozenset({word_class}))


def _guess(passage: Passage, unit: Unit, lead: Reading) -> bool:
    if lead.kind != "hedge":
        return False
    clause = passage.clauses[lead.clause]
    timed = not _TIMES.isdisjoint(passage.classes_of(unit)) or clause.modal or _comes_of(unit, clause.classes)
    tells = not {"copula", "opinion"}.isdisjoint(clause.classes)
    return tells and "hedge_adverb" in clause.classes and not timed


def _comes_of(unit: Unit, classes: frozenset[str]) -> bool:
    """Whether the guess tells what then happens: "Perhaps it is called something else then"."""
    return "then" in classes and any(reading.kind == "outcome" for reading in unit.readings)


def _granted(passage: Passage, unit: Unit, lead: Reading) -> bool:
    """Whether a state is only granted for what follows: "he may be old, but he is quick"."""
    behind = passage.clauses[lead.clause + 1 : lead.clause + 2]
    if lead.kind not in _GRANTING or not any("contrast" in clause.opener for clause in behind):
        return False
    states = {h.word_class for h in passage.hits if h.first == lead.verb}
    return not states.isdisjoint(_STATES) and passage.classes_of(unit).isdisjoint(_OPEN)


def framed_clause(passage: Passage, lead: Reading) -> int:
    """The clause with what a frame frames behind its "that", else that of the reading."""
    behind = lead.clause + 1
    if lead.kind in FRAMING and behind < len(passage.clauses) and "that" in passage.clauses[behind].opener:
        return behind
    return lead.clause


_DISMISSALS: dict[str, Dismissal] = {
    "too short to quote": Dismissal(_too_short),
    "a question": Dismissal(_question),
    "an open question": Dismissal(_open_question, frozenset({"question_inside", "asked", "unclear"})),
    "a hope or wish": Dismissal(_hope, frozenset({"hope"})),
    "a purpose": Dismissal(_purpose, frozenset({"purpose_clause"})),
    "only as if": Dismissal(_pretence, frozenset({"unreal"})),
    "about the past": Dismissal(_past),
    "of what never happened": Dismissal(_unreal_past, _UNREAL_CONDITIONS),
    "seen from the past": Dismissal(_seen_from_past, frozenset({"past_view"})),
    "told long ago": Dismissal(_told_long_ago, frozenset({"long_ago"})),
    "a demand": Dismissal(_demand),
    "a suggestion": Dismissal(_suggestion, frozenset({"one"})),
    "only a condition": Dismissal(_only_condition),
    "a set phrase": Dismissal(_set_phrase, frozenset({"set_phrase"})),
    "a refusal to speak": _told_by("refusal"),
    "what a rule provides": _told_by("provision"),
    "leave to do something": _told_by("permission"),
    "a forecast only mentioned": _told_by("mentioned_forecast"),
    "a habit or ability": _told_by("habit", _OPEN),
    "what could not be done": _told_by("inability", _OPEN | _SAID),
    "only granted": Dismissal(_granted, frozenset({"contrast"})),
    "a guess about the present": Dismissal(_guess, frozenset({"hedge_adverb"})),
}


_SIGNS = frozenset[str]().union(*(one.signs for one in _DISMISSALS.values()))
_WORDLESS = [(reason, one) for reason, one in _DISMISSALS.items() if not one.signs]


def dismissals_of(passage: Passage, unit: Unit) -> Iterator[str]:
    """Every reason for which the unit is no prediction."""
    lead = lead_of(unit)
    if lead is None:
        return
    signs = _SIGNS & passage.classes
    for reason, one in _DISMISSALS.items() if signs else _WORDLESS:
        if not (one.signs and one.signs.isdisjoint(signs)) and one.holds(passage, unit, lead):
            yield reason
