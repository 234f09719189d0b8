"""A present tense that a date moves into the future: "Am Sonntag ziehen Wolken durch"."""

from collections.abc import Iterator, Sequence

from registry.domain.extraction.clauses import Clause
from registry.domain.extraction.lexicon import LanguageLexicon
from registry.domain.extraction.phrases import Hit
from registry.domain.extraction.readings import Reading
from registry.domain.extraction.recognisers.frames import is_perfect, speaks_of_past
from registry.domain.extraction.tokens import Token

TIMES = frozenset({"weekday", "month", "later", "year"})
"""Word classes of times that move a present into the future."""
# "um bis Ende 2030 zu sparen" has no verb that could be dated.
_NO_PRESENT = frozenset({"finite_modal", "infinitive_clause"})
_NO_DATELINE = frozenset({"negation", "later"})
_SINCE = 3


def dated_present(
    tokens: Sequence[Token], hits: Sequence[Hit], clauses: Sequence[Clause], language: LanguageLexicon
) -> Iterator[Reading]:
    """A reading for each clause with a time in the future or a verb of change, no modal and no past tense."""
    timed = [hit.first for hit in hits if hit.word_class in TIMES and not _since(tokens, hit.first, language)]
    if timed and _is_dateline(tokens, hits, language):
        return
    for number, clause in enumerate(clauses if timed else ()):
        at = next((first for first in timed if clause.first <= first <= clause.last), None)
        if at is None or clause.modal or not _NO_PRESENT.isdisjoint(clause.classes):
            continue
        if speaks_of_past(tokens, clause, language) or is_perfect(tokens, clause, language):
            continue
        if not number or not _adds_to_past(tokens, clause, clauses[number - 1], language):
            yield Reading("dated_present", at, number, None)


def _since(tokens: Sequence[Token], at: int, language: LanguageLexicon) -> bool:
    """Whether something has gone on from that time ("seit Mitte Mai", "since last Friday")."""
    for token in reversed(tokens[max(0, at - _SINCE) : at]):
        if not token.is_word:
            return False
        if language.has("since", token.low):
            return True
    return False


def _is_dateline(tokens: Sequence[Token], hits: Sequence[Hit], language: LanguageLexicon) -> bool:
    """Whether no word of the sentence can be a verb, denies anything or looks ahead ("Berlin, im Mai 2013")."""
    if not language.noun_capitals or any(hit.word_class in _NO_DATELINE for hit in hits):
        return False
    small = [token.low for token in tokens if token.is_word and not token.is_capital]
    return not any(language.is_finite(low) or language.is_subjunctive(low) for low in small)


def _adds_to_past(tokens: Sequence[Token], clause: Clause, before: Clause, language: LanguageLexicon) -> bool:
    """Whether the clause has no verb of its own but adds to one of the past: "it fell to 80, from 90 on Friday"."""
    if not language.has("prepositions", tokens[clause.first].low):
        return False
    finite = any(language.is_finite(token.low) for token in tokens[clause.first : clause.last + 1])
    return not finite and speaks_of_past(tokens, before, language)
