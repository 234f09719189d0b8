"""A condition whose consequence stands in the present tense: "Wenn er verliert, tritt er zurück"."""

from collections.abc import Iterator, Sequence

from registry.domain.extraction.clauses import Clause
from registry.domain.extraction.lexicon import LanguageLexicon
from registry.domain.extraction.phrases import Hit
from registry.domain.extraction.readings import Reading
from registry.domain.extraction.recognisers.frames import is_perfect, speaks_of_past
from registry.domain.extraction.tokens import Token


def present_condition(
    tokens: Sequence[Token], _hits: Sequence[Hit], clauses: Sequence[Clause], language: LanguageLexicon
) -> Iterator[Reading]:
    """A reading at the word that opens each condition where a consequence follows and no past tense or modal verb."""
    conditions = [number for number, clause in enumerate(clauses) if "condition_head" in clause.opener]
    if not conditions or len(clauses) == 1 or any(_cannot_follow(tokens, c, language) for c in clauses):
        return
    for number in conditions:
        if number and "concession" in clauses[number].opener:
            continue
        yield Reading("present_condition", clauses[number].first, number, None)


def _cannot_follow(tokens: Sequence[Token], clause: Clause, language: LanguageLexicon) -> bool:
    """Whether the clause has a modal verb or tells of the past; a condition may be fulfilled by then ("ist er weg")."""
    if clause.modal or speaks_of_past(tokens, clause, language):
        return True
    return "condition_head" not in clause.opener and is_perfect(tokens, clause, language)
