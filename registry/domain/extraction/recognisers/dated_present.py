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


def dated_present(
    tokens: Sequence[Token], hits: Sequence[Hit], clauses: Sequence[Clause], language: LanguageLexicon
) -> Iterator[Reading]:
    """A reading for each clause with a time in the future or a verb of change, no modal and no past tense."""
    timed = [hit.first for hit in hits if hit.word_class in TIMES]
    for number, clause in enumerate(clauses if timed else ()):
        at = next((first for first in timed if clause.first <= first <= clause.last), None)
        if at is None or clause.modal or not _NO_PRESENT.isdisjoint(clause.classes):
            continue
        if speaks_of_past(tokens, clause, language) or is_perfect(tokens, clause, language):
            continue
        if not number or not _adds_to_past(tokens, clause, clauses[number - 1], language):
            yield Reading("dated_present", at, number, None)


def _adds_to_past(tokens: Sequence[Token], clause: Clause, before: Clause, language: LanguageLexicon) -> bool:
    """Whether the clause has no verb of its own but adds to one of the past: "it fell to 80, from 90 on Friday"."""
    if not language.has("prepositions", tokens[clause.first].low):
        return False
    finite = any(language.is_finite(token.low) for token in tokens[clause.first : clause.last + 1])
    return not finite and speaks_of_past(tokens, before, language)
