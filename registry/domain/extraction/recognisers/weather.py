"""The weather that is to come, told in the present tense: "Im Norden ziehen Wolken auf"."""

from collections.abc import Iterator, Sequence

from registry.domain.extraction.clauses import Clause
from registry.domain.extraction.lexicon import Hit, LanguageLexicon
from registry.domain.extraction.readings import Reading
from registry.domain.extraction.recognisers.frames import speaks_of_past
from registry.domain.extraction.tokens import Token

_TIMES = frozenset({"weekday", "later", "month"})
_ENOUGH = 2


def weather(
    tokens: Sequence[Token], hits: Sequence[Hit], clauses: Sequence[Clause], language: LanguageLexicon
) -> Iterator[Reading]:
    """A reading for each clause with two words of weather, or one and a time, that does not speak of the past."""
    for number, clause in enumerate(clauses):
        inside = [h for h in hits if h.word_class == "weather" and clause.first <= h.first <= clause.last]
        timed = any(h.word_class in _TIMES and clause.first <= h.first <= clause.last for h in hits)
        if len(inside) + timed >= _ENOUGH and not clause.modal and not speaks_of_past(tokens, clause, language):
            yield Reading("weather", inside[0].first, number, None)
