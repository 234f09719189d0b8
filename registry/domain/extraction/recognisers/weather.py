"""The weather that is to come, told in the present tense: "Im Norden ziehen Wolken auf"."""

from collections.abc import Iterator, Sequence

from registry.domain.extraction.clauses import Clause
from registry.domain.extraction.lexicon import Hit, LanguageLexicon
from registry.domain.extraction.readings import Reading
from registry.domain.extraction.recognisers.frames import speaks_of_past
from registry.domain.extraction.tokens import Token


def weather(
    tokens: Sequence[Token], hits: Sequence[Hit], clauses: Sequence[Clause], language: LanguageLexicon
) -> Iterator[Reading]:
    """A reading for the first word of weather in each clause that does not speak of the past."""
    for number, clause in enumerate(clauses):
        inside = [h for h in hits if h.word_class == "weather" and clause.first <= h.first <= clause.last]
        if inside and not clause.modal and not speaks_of_past(tokens, clause, language):
            yield Reading("weather", inside[0].first, number, None)
