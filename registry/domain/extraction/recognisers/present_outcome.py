"""An outcome told in the present tense that something beside the verb moves into the future.

It is what somebody has worked out ("nach Berechnungen der Bank fällt ..."), what is said to come of it all ("dann kippt
die Mehrheit", "das Geld kommt nie wieder"), or what somebody is reported to say ("der Kurs falle").
"""

from collections.abc import Iterator, Sequence

from registry.domain.extraction.clauses import Clause
from registry.domain.extraction.lexicon import LanguageLexicon
from registry.domain.extraction.phrases import Hit
from registry.domain.extraction.readings import Reading
from registry.domain.extraction.recognisers.frames import is_perfect, speaks_of_past
from registry.domain.extraction.tokens import Token

# "Das genügte, um den Kurs fallen zu lassen" tells no outcome.
_NO_PRESENT = frozenset({"finite_modal", "infinitive_clause"})
OUTCOMES = frozenset({"estimate", "outcome", "outcome_reported"})
"""Word classes of outcomes, each the kind of its readings."""


def present_outcome(
    tokens: Sequence[Token], hits: Sequence[Hit], clauses: Sequence[Clause], language: LanguageLexicon
) -> Iterator[Reading]:
    """A reading for each such clause that has no modal verb and does not speak of the past."""
    for number, clause in enumerate(clauses):
        kinds = OUTCOMES & clause.classes
        if "outcome_sign" not in clause.classes:
            kinds -= {"outcome"}
        if not kinds or clause.modal or not _NO_PRESENT.isdisjoint(clause.classes):
            continue
        if speaks_of_past(tokens, clause, language) or is_perfect(tokens, clause, language):
            continue
        for hit in hits:
            if hit.word_class in kinds and clause.first <= hit.first <= clause.last:
                yield Reading(hit.word_class, hit.first, number, None)
