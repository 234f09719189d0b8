"""Clauses of a claim that only name its source or say "I think", and can go: "sagt sie", "according to Jonas Roth"."""

from collections.abc import Iterator, Sequence

from registry.domain.extraction.clauses import MODAL, Clause
from registry.domain.extraction.lexicon import LanguageLexicon
from registry.domain.extraction.passage import Passage
from registry.domain.extraction.readings import CLAIMING, Reading
from registry.domain.extraction.speakers.source_phrases import Source
from registry.domain.extraction.units import Unit

MINE = frozenset("expect opinion say say_verb".split())
# A frame with one of these is part of what is claimed: without it the claim would say something else.
KEPT = frozenset(
    "negation hedge_neg little condition_clause condition_phrase question_word whether hope demand unclear".split()
)
_FINITE = MODAL | {"copula", "finite_verb", "subjunctive_report"}
_SUBORDINATE = frozenset({"that", "whether", "condition_head", "concession", "cause"})
_FORESEEING = frozenset({"expect", "believe"})
_LONGEST = 14


def asides_of(
    passage: Passage, unit: Unit, lead: Reading, sources: Sequence[Source], language: LanguageLexicon
) -> Iterator[range]:
    """Tokens of each clause to leave out, with the mark before it or, at the start, the one behind it."""
    named = False
    whole = lead.kind not in CLAIMING or (lead.verb is not None and lead.verb <= passage.clauses[lead.clause].last)
    for number in range(unit.first, unit.last + 1):
        clause = passage.clauses[number]
        if number == lead.clause and not _foresees_at_end(passage, unit, lead, language):
            named = False
            continue
        # What says who the source is goes with it: "sagte Jonas Roth, Sprecher der Bahn".
        chained = whole and named and _tells_nothing(clause, number, unit, lead)
        begin = number if chained else _begin(passage, unit, lead, number, sources, language)
        named = begin is not None
        if begin == unit.first == number:
            yield range(clause.first, passage.clauses[number + 1].first if number < unit.last else clause.last + 1)
        elif begin is not None:
            closes = number < unit.last and _closes(passage, lead, (begin, number), language)
            yield range(passage.clauses[begin - 1].last + 1, clause.last + 1 + closes)


def _begin(
    passage: Passage, unit: Unit, lead: Reading, number: int, sources: Sequence[Source], language: LanguageLexicon
) -> int | None:
    """The number of the clause with which the aside that ends with clause `number` begins; None where none does."""
    clause = passage.clauses[number]
    if any(r.kind in CLAIMING and r.clause == number for r in unit.readings):
        return None
    if turns(passage, clause.first, clause.last + 1, language):
        return None
    inside = [s for s in sources if clause.first <= s.at <= clause.last and s.how != "after"]
    opens = number >= lead.clause and _opens_with_verb(passage, unit, number, language)
    mine = "first_person" in clause.opener and not clause.classes.isdisjoint(MINE)
    if not _can_go(clause, opens) or not (opens or mine or any(_names(passage, clause, s, language) for s in inside)):
        return None
    if number <= unit.first or language.morphology.verb_last:
        return None if _is_told_of_before(passage, unit, number, inside, language) else number
    return _begin_of_subject(passage, lead, number, inside)


def turns(passage: Passage, first: int, behind: int, language: LanguageLexicon) -> bool:
    """Whether tokens first..behind-1 deny or doubt what they frame ("bezweifelt", "few believe")."""
    return any(language.has("denials", token.low) for token in passage.tokens[first:behind])


def _foresees_at_end(passage: Passage, unit: Unit, lead: Reading, language: LanguageLexicon) -> bool:
    """Whether the leading verb only says whose forecast stands before it: "Es bleibe kalt, erwartet Ina Lohr"."""
    ends = lead.kind in _FORESEEING and lead.clause == unit.last
    return ends and _opens_with_verb(passage, unit, lead.clause, language)


def _opens_with_verb(passage: Passage, unit: Unit, number: int, language: LanguageLexicon) -> bool:
    """Whether a German clause behind the claim begins with a verb of saying: ", sagte ein Bauer", ", hieß es"."""
    clause = passage.clauses[number]
    if not language.morphology.verb_last or clause.mark != "," or number == unit.first:
        return False
    # "Bleibt es kalt, erwartet Ina Lohr Frost": nothing before the verb is a main clause.
    if not any(_is_main(passage, unit, n, language) for n in range(unit.first, number)):
        return False
    stated = language.has("stating_verbs", passage.tokens[clause.first].low)
    return stated or bool({"say_verb", "say"} & clause.opener and passage.has_at(clause.first, "say_verb"))


def _is_main(passage: Passage, unit: Unit, number: int, language: LanguageLexicon) -> bool:
    """Whether the clause has a finite verb and hangs on no other; the first one not with its verb in front."""
    clause = passage.clauses[number]
    if clause.opener & (_SUBORDINATE | {"question_word"}):
        return False
    if number == unit.first:
        in_front = language.may_be_finite(passage.tokens[clause.first].low)
        return not in_front and _has_finite(passage, clause, language)
    return "relative" not in clause.opener and _has_finite(passage, clause, language)


def _has_finite(passage: Passage, clause: Clause, language: LanguageLexicon) -> bool:
    words = passage.tokens[clause.first : clause.last + 1]
    finite = any(not t.is_capital and (language.is_finite(t.low) or language.is_preterite(t.low)) for t in words)
    return finite or not clause.classes.isdisjoint(_FINITE)


def _names(passage: Passage, clause: Clause, source: Source, language: LanguageLexicon) -> bool:
    """Whether the source is what the clause is about: "laut X" stands at its head, and no verb stands before it."""
    at_head = source.at <= clause.first + 1
    if source.how == "before":
        return at_head and (source.at == clause.first or not language.is_finite(passage.tokens[clause.first].low))
    if clause.mark == "" or not language.morphology.verb_last or "reporting_as" in clause.opener:
        return True
    return at_head


def _is_told_of_before(
    passage: Passage, unit: Unit, number: int, inside: Sequence[Source], language: LanguageLexicon
) -> bool:
    """Whether a relative clause parts the verb from its subject: "X, der dort arbeitet, schreibt, ..."."""
    clause = passage.clauses[number]
    before = any(s.name is None or s.name.first < clause.first for s in inside)
    if not language.morphology.verb_last or not unit.first + 1 < number < unit.last or not before:
        return False
    subject, relative = passage.clauses[number - 2 : number]
    return "relative" in relative.opener and subject.classes.isdisjoint(_FINITE)


def _begin_of_subject(passage: Passage, lead: Reading, number: int, inside: Sequence[Source]) -> int | None:
    """The clause in which the subject of an English verb of saying begins: ", its chief, Ada Hale, said"."""
    clause = passage.clauses[number]
    if number < lead.clause or not passage.has_at(clause.first, "say_verb"):
        return number
    before = passage.tokens[: clause.first]
    named = [s.name.first for s in inside if s.name is not None and s.name.first < clause.first]
    named += [i for i, t in enumerate(before) if any(s.name is None and s.role == t.low for s in inside)]
    if not named:
        return number
    if min(named) <= passage.clauses[lead.clause].last:
        return None
    begin = number
    while passage.clauses[begin].first > min(named) and begin - 1 > lead.clause:
        begin -= 1
    told = passage.clauses[begin:number]
    return begin if all(c.classes.isdisjoint(_FINITE | KEPT) for c in told) else None


def _closes(passage: Passage, lead: Reading, aside: tuple[int, int], language: LanguageLexicon) -> bool:
    """Whether the comma behind an aside goes too, since what stands before and behind it is one clause."""
    begin, number = aside
    before, end = passage.clauses[begin - 1], passage.clauses[number].last
    if passage.tokens[end + 1].text != ",":
        return False
    modals = {h.first for h in passage.hits if before.first <= h.first <= before.last and h.word_class in MODAL}
    cut = modals == {before.last} and not (language.morphology.verb_last and before.opener & _SUBORDINATE)
    if cut or (lead.at < before.last and lead.verb is not None and lead.verb > end):
        return True
    return not _has_finite(passage, before, language)


def _tells_nothing(clause: Clause, number: int, unit: Unit, lead: Reading) -> bool:
    """Whether the clause claims nothing and can go; behind the claim it may say "who" the source is."""
    return _can_go(clause, number > lead.clause + 1) and not any(r.clause == number for r in unit.readings)


def _can_go(clause: Clause, at_end: bool) -> bool:
    """Whether the clause is short and the claim says the same without it."""
    # These ask nothing: "wie Jonas Roth sagte", "Ada Hale, who runs the bank".
    asks_nothing = at_end or not clause.opener.isdisjoint({"reporting_as", "relative"})
    kept = KEPT - {"question_word"} if asks_nothing else KEPT
    kept = kept - {"condition_phrase"} if at_end else kept
    return clause.last - clause.first <= _LONGEST and clause.classes.isdisjoint(kept)
