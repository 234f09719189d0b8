"""A condition whose consequence stands in the present: "Wenn er verliert, tritt er zurück", "Sonst tritt er ab"."""

from collections.abc import Iterator, Sequence

from registry.domain.extraction.clauses import Clause
from registry.domain.extraction.lexicon import LanguageLexicon
from registry.domain.extraction.phrases import Hit
from registry.domain.extraction.readings import Reading
from registry.domain.extraction.recognisers.frames import is_perfect, speaks_of_past
from registry.domain.extraction.tokens import Token

CONDITIONS = frozenset({"condition_head", "condition_phrase", "condition_verb"})
"""Word classes of which one opens such a condition."""
_SUBORDINATE = frozenset("that relative question_word whether cause subordinate purpose_head condition_head".split())
_RELATIVE = frozenset({"relative"})
# What a clause has that is all condition and consequence at once ("Ohne ihn steigen wir ab").
_VERBS = frozenset({"outcome", "outcome_reported", "finite_verb", "state_verb", "change"})
_NO_PRESENT = frozenset({"finite_modal", "infinitive_clause"})


def present_condition(
    tokens: Sequence[Token], hits: Sequence[Hit], clauses: Sequence[Clause], language: LanguageLexicon
) -> Iterator[Reading]:
    """A reading at what opens each condition where a consequence follows and no past tense or modal verb."""
    for number, clause in enumerate(clauses):
        if CONDITIONS.isdisjoint(clause.opener) or (number and "concession" in clause.opener):
            continue
        if "condition_head" in clause.opener and len(clauses) > 1:
            holds = _is_followed(tokens, hits, clauses, number, language)
        else:
            holds = False
        if holds or _is_whole(tokens, clauses, number, language):
            yield Reading("present_condition", clause.first, number, None)


def _is_followed(
    tokens: Sequence[Token], hits: Sequence[Hit], clauses: Sequence[Clause], number: int, language: LanguageLexicon
) -> bool:
    """Whether neither the condition nor its main clause has a modal verb or tells of the past."""
    told = {h.first for h in hits if h.word_class == "say_verb"}
    main = [c for c in clauses if _is_main(c) and not (c.mark and c.first in told)]
    before = [c for c in main if c.first < clauses[number].first]
    behind = [c for c in main if c.first > clauses[number].first]
    # "He will stay, and if he loses, he goes"
    follows = (
        (clauses[number].mark == "," and "joiner" in clauses[number].opener and behind[:1]) or before[-1:] or behind[:1]
    )
    return bool(follows) and not any(_cannot_follow(tokens, c, language) for c in (clauses[number], *follows))


def _is_main(clause: Clause) -> bool:
    """Whether nothing makes a dependent clause of it; "der" at the start of a sentence is the article."""
    return _SUBORDINATE.isdisjoint(clause.opener - _RELATIVE if not clause.first else clause.opener)


def _is_whole(tokens: Sequence[Token], clauses: Sequence[Clause], number: int, language: LanguageLexicon) -> bool:
    """Whether the clause goes on with the consequence ("Sonst bricht der Damm", "a frost means dear wine")."""
    clause = clauses[number]
    whole = "condition_phrase" in clause.opener and not _VERBS.isdisjoint(clause.classes)
    if clause.modal or not (whole or "condition_verb" in clause.opener):
        return False
    if not _NO_PRESENT.isdisjoint(clause.classes) or not _SUBORDINATE.isdisjoint(clause.opener - CONDITIONS):
        return False
    if number + 1 < len(clauses) and "that" in clauses[number + 1].opener:
        return False
    return not (speaks_of_past(tokens, clause, language) or is_perfect(tokens, clause, language))


def _cannot_follow(tokens: Sequence[Token], clause: Clause, language: LanguageLexicon) -> bool:
    """Whether the clause has a modal verb or tells of the past; a condition may be fulfilled by then ("ist er weg")."""
    if clause.modal or speaks_of_past(tokens, clause, language):
        return True
    return "condition_head" not in clause.opener and is_perfect(tokens, clause, language)
