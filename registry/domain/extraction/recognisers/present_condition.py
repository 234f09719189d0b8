"""A condition whose consequence stands in the present tense: "Wenn er verliert, tritt er zurück"."""

from collections.abc import Iterator, Sequence

from registry.domain.extraction.clauses import Clause
from registry.domain.extraction.lexicon import LanguageLexicon
from registry.domain.extraction.phrases import Hit
from registry.domain.extraction.readings import Reading
from registry.domain.extraction.recognisers.frames import speaks_of_past
from registry.domain.extraction.tokens import Token


def present_condition(
    tokens: Sequence[Token], _hits: Sequence[Hit], clauses: Sequence[Clause], language: LanguageLexicon
) -> Iterator[Reading]:
    """A reading at the opening word of each condition in a sentence without past tense and without a modal verb."""
    conditions = [number for number, clause in enumerate(clauses) if "condition_head" in clause.opener]
    if not conditions or any(c.modal or speaks_of_past(tokens, c, language) for c in clauses):
        return
    for number in conditions:
        yield Reading("present_condition", clauses[number].first, number, None)
