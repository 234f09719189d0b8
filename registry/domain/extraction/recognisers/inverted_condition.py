"""A condition told by word order alone: "Verliert er, tritt er zurück"; "Had he lost, ..."."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from itertools import takewhile
from operator import attrgetter

from registry.domain.extraction.clauses import Clause
from registry.domain.extraction.lexicon import LanguageLexicon
from registry.domain.extraction.phrases import Hit
from registry.domain.extraction.readings import Reading
from registry.domain.extraction.tokens import Token

# Clauses within which the "then" follows where several conditions are strung together.
_LATEST = 5
# Endings of a past tense that is the subjunctive as well.
_WEAK = ("te", "ten")
_SETS_IN = frozenset(";:–—")
_DEPENDENT = frozenset("that relative whether question_word subordinate cause".split())
_REPORTED = frozenset({"subjunctive_report", "outcome_reported", "outcome"})
_FIRST = attrgetter("first")
_CONSEQUENT = frozenset({"then", "finite_modal", "would_irreg"})


def inverted_condition(
    tokens: Sequence[Token], hits: Sequence[Hit], clauses: Sequence[Clause], language: LanguageLexicon
) -> Iterator[Reading]:
    """A reading at a verb that opens the sentence or a part of it when a comma and another verb or a "then" follow."""
    if len(clauses) < 2 or tokens[-1].low == "?":
        return
    for number, clause in enumerate(clauses[:-1]):
        if (number and clause.mark not in _SETS_IN) or clauses[number + 1].mark != ",":
            continue
        at = _first_word(tokens, clause)
        at += language.has("joining_words", tokens[at].low) and at + 1 < clause.last
        openers = _classes_at(hits, at)
        if _may_open(tokens, at, openers, language) and _follows(tokens, at, openers, hits, clauses[number:], language):
            yield Reading("inverted_condition", at, number, None)
            if "condition_inverted" in openers:
                yield from _unreal_past(tokens, hits, clauses, number, language)


def _unreal_past(
    tokens: Sequence[Token], hits: Sequence[Hit], clauses: Sequence[Clause], number: int, language: LanguageLexicon
) -> Iterator[Reading]:
    """A past form that tells what would be, as the condition does ("Fiele der Pegel, lohnte es sich nicht")."""
    main = _main_clause(clauses[number:], hits)
    verb = tokens[main.first]
    if language.morphology.verb_last and verb.low.endswith(_WEAK) and language.is_preterite(verb.low):
        yield Reading("would_irreg", main.first, clauses.index(main), main.first)


def _follows(
    tokens: Sequence[Token],
    at: int,
    openers: Set[str],
    hits: Sequence[Hit],
    clauses: Sequence[Clause],
    language: LanguageLexicon,
) -> bool:
    """Whether a consequence follows the first of the clauses, which begins like a condition with the verb at `at`."""
    main = _main_clause(clauses, hits)
    classes = _classes_at(hits, main.first)
    consequent = not _CONSEQUENT.isdisjoint(classes)
    goes_on = consequent or ("say" not in classes and _goes_on(tokens[main.first], language))
    sure = "condition_inverted" in openers or language.is_finite(tokens[at].low)
    sure = sure or (goes_on and not _REPORTED.isdisjoint(openers) and not language.is_finite(tokens[at + 1].low))
    if not sure and not _subjunctive_first(tokens, at, consequent and main == clauses[1], language):
        return False
    later = {c.first for c in clauses[2:_LATEST]}
    return goes_on or any(h.word_class == "then" and h.first in later for h in hits)


def _first_word(tokens: Sequence[Token], clause: Clause) -> int:
    """Index of the first word of a clause, behind a quotation mark that opens it."""
    return next((i for i in range(clause.first, clause.last) if tokens[i].is_word), clause.first)


def _classes_at(hits: Sequence[Hit], at: int) -> set[str]:
    here = takewhile(lambda h: h.first == at, hits[bisect_left(hits, at, key=_FIRST) :] if at else hits)
    return {h.word_class for h in here}


def _main_clause(clauses: Sequence[Clause], hits: Sequence[Hit]) -> Clause:
    """The clause behind the condition and what hangs on it ("Sollte sich zeigen, dass er log, muss er gehen")."""
    told = {h.first for h in hits if h.word_class == "say"}
    behind = (c for c in clauses[1:_LATEST] if _DEPENDENT.isdisjoint(c.opener) and c.first not in told)
    return next(behind, clauses[1])


def _may_open(tokens: Sequence[Token], at: int, openers: Set[str], language: LanguageLexicon) -> bool:
    if "condition_inverted" in openers:
        return True
    # A noun that looks like a verb gives itself away by another joined to it ("Brot und Brötchen würden …").
    if not language.morphology.verb_last or language.has("joining_words", tokens[at + 1].low):
        return False
    low = tokens[at].low
    return not _REPORTED.isdisjoint(openers) or language.is_finite(low) or language.is_subjunctive(low)


def _subjunctive_first(tokens: Sequence[Token], at: int, consequent: bool, language: LanguageLexicon) -> bool:
    """Whether the first word is a subjunctive or plural with its subject behind it ("Bräche der Damm, ...").

    A noun without an article may as well follow an adjective, so another verb must open the next clause there.
    """
    if not language.is_subjunctive(tokens[at].low):
        return False
    subject = tokens[at + 1]
    if language.has("subject_articles", subject.low) or language.has("lone_subjects", subject.low):
        return True
    return consequent and subject.is_capital


def _goes_on(token: Token, language: LanguageLexicon) -> bool:
    if not language.morphology.verb_last:
        return True
    return not token.is_capital and (language.is_finite(token.low) or language.is_subjunctive(token.low))
