"""What the scorer looks at: named facts about a unit, each from one recogniser or one look at the sentence."""

import re
from collections.abc import Collection, Iterator

from registry.domain.extraction.governors import governors_of
from registry.domain.extraction.passage import Passage
from registry.domain.extraction.readings import CLAIMING, FRAMING, Reading
from registry.domain.extraction.subjects import subject_of
from registry.domain.extraction.units import TELLS, Unit

_RANK = {
    kind: rank
    for rank, kind in enumerate(
        "stated_odds answered_question future future_passive may would could might should threaten expect fear hedge "
        "expect_noun believe become would_irreg would_must can can_reported weather estimate believed_present "
        "dated_present outcome_reported outcome numbered listed".split()
    )
}
_ANYWHERE = frozenset(
    "hedge_high hedge_mid hedge_low hedge_neg expect expect_noun fear threaten promise hope plan demand purpose "
    "condition negation say opinion later weekday month year past general question change first_person "
    "second_person quantity must want shall shall_reported subjunctive_report soon impersonal weather "
    "thing_subject unclear unreal answer now".split()
)
_WITH_VERB = (
    "negation general later hedge_mid hedge_low condition plan first_person say quantity past now weather".split()
)
_WITH_PRESENT = "horizon negation later plan outcome quantity first_person general hedge_high condition now".split()
_PRESENT = frozenset("dated_present outcome outcome_reported estimate present_condition inverted_condition".split())
_CONDITIONS = frozenset({"present_condition", "inverted_condition"})
# Without one of these, words of weather may be no more than a headline.
_BARE = TELLS | {"later", "weekday", "month", "quantity"}
_OUTSIDE = frozenset("say expect fear opinion condition hope demand past plan".split())
_OPENERS = frozenset(
    "that whether question_word relative purpose_head cause concession condition_head joiner unreal".split()
)
_VERBS = frozenset(
    "change say plan plan_verb agenda_verb demand hope expect must want opinion promise fear "
    "epistemic_verb state_verb".split()
)
_QUOTE = re.compile('["„“”«»]')
_NUMBER = re.compile(r"(?<!\w)(?<!\w[‑-])\d")


def features_of(passage: Passage, unit: Unit, number: int, about: Collection[str] = ()) -> dict[str, float]:
    """Features of one unit in sentence `number` (from 0) of a text `about` some subjects; 0 or 1 except `length`."""
    lead = lead_of(unit)
    if lead is not None and lead.kind == "stated_odds":
        return dict.fromkeys([f"lead:{lead.kind}", *_words(passage, unit)], 1.0)
    names = [*_words(passage, unit), *_readings(unit), *_shape(passage, unit, number)]
    if lead is not None:
        names += [f"lead:{lead.kind}", *_around(passage, unit, lead)]
        if lead.kind == "weather" and _BARE.isdisjoint(passage.classes_of(unit)):
            names.append("weather&bare")
        names += [f"text:{subject}" for subject in about if subject in passage.classes_of(unit)]
    found = dict.fromkeys(names, 1.0)
    first, last = passage.token_range(unit)
    found["length"] = min(last - first + 1, 60) / 30
    return found


def lead_of(unit: Unit) -> Reading | None:
    """The reading that says most about the unit."""
    if len(unit.readings) < 2:
        return unit.readings[0] if unit.readings else None
    return min(unit.readings, key=lambda reading: _RANK.get(reading.kind, len(_RANK)))


def _words(passage: Passage, unit: Unit) -> Iterator[str]:
    inside = passage.classes_of(unit)
    yield from (f"word:{name}" for name in inside & _ANYWHERE)
    outside = _OUTSIDE - inside
    yield from (f"outside:{h.word_class}" for h in passage.hits if h.word_class in outside)


def _readings(unit: Unit) -> Iterator[str]:
    kinds = {r.kind for r in unit.readings}
    yield from (f"reading:{kind}" for kind in kinds)
    if not kinds & CLAIMING:
        yield "no_claiming_verb"


def _around(passage: Passage, unit: Unit, lead: Reading) -> Iterator[str]:
    """The clause of the leading reading: its opening word, what governs it, its subject and its verb."""
    inside = passage.classes_of(unit)
    opener = passage.clauses[lead.clause].opener & _OPENERS
    yield from (f"opens:{name}" for name in opener)
    if "relative" in opener and lead.clause:
        yield f"{lead.kind}&relative"
    if ("question_word" in opener and lead.clause) or asked_inside(passage, lead):
        yield "indirect_question"
    governors = list(governors_of(lead, passage.clauses, passage.hits))
    if governors:
        yield f"under:{governors[-1]}"
        if "that" in opener:
            yield f"under_that:{governors[-1]}"
    yield from _state(passage, lead)
    yield from _without_modal(passage, lead, inside)
    if lead.kind in CLAIMING:
        yield f"subject:{subject_of(passage.hits, passage.clauses, lead)}"
        yield from (f"{lead.kind}&{name}" for name in _WITH_VERB if name in inside)
        yield from _verb(passage, lead)


def _without_modal(passage: Passage, lead: Reading, inside: frozenset[str]) -> Iterator[str]:
    """What stands beside a verb in the present tense, and whether a frame has what it frames in a clause of its own."""
    if lead.kind in _PRESENT:
        # A condition stands in one clause, and what follows from it, with its adverbs, in another.
        here = inside if lead.kind in _CONDITIONS else passage.clauses[lead.clause].classes
        yield from (f"present&{name}" for name in _WITH_PRESENT if name in here)
    behind = passage.clauses[lead.clause + 1 : lead.clause + 2]
    if lead.kind in FRAMING and any("that" in clause.opener for clause in behind):
        yield f"{lead.kind}&that"


def asked_inside(passage: Passage, lead: Reading) -> bool:
    """Whether a question hangs on a word of the same clause ("about which team will win")."""
    first, _, classes, *_ = passage.clauses[lead.clause]
    if "question_inside" not in classes:
        return False
    return any(h.word_class == "question_inside" and first <= h.first <= lead.at for h in passage.hits)


def _state(passage: Passage, lead: Reading) -> Iterator[str]:
    """Signs that the clause tells how things are: a demonstrative with "to be", an expectation *of* somebody."""
    clause = passage.clauses[lead.clause]
    if "demonstrative" in clause.opener and (lead.kind == "hedge" or "state_verb" in clause.classes):
        yield f"{lead.kind}&demonstrative"
    if lead.kind == "hedge" and "copula" in clause.classes:
        yield "hedge&copula"
    if lead.kind == "expect" and "expect_of" in clause.classes:
        yield "expect_of"


def _verb(passage: Passage, lead: Reading) -> Iterator[str]:
    if lead.verb is None:
        yield "verb:none"
        return
    classes = {h.word_class for h in passage.hits if h.first == lead.verb} & _VERBS
    yield from (f"verb:{name}" for name in classes or {"other"})
    yield from (f"{lead.kind}>{name}" for name in classes)


def _shape(passage: Passage, unit: Unit, number: int) -> Iterator[str]:
    yield "any"
    first, last = passage.token_range(unit)
    words = passage.words
    if "?" in words[-2:]:
        yield "question_mark"
    if _QUOTE.search(words):
        yield "quotation_mark"
    if last - first < 6:
        yield "short"
    if words[-1] not in '.!?"“”»':
        yield "open_end"
    if number < 3:
        yield "at_the_top"
    if _NUMBER.search(passage.text, passage.tokens[first].start, passage.tokens[last].end):
        yield "digits"
