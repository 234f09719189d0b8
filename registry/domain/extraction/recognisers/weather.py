"""The weather that is to come, told in the present tense: "Im Norden ziehen Wolken auf"."""

from collections.abc import Iterator, Sequence

from registry.domain.extraction.clauses import Clause
from registry.domain.extraction.lexicon import LanguageLexicon
from registry.domain.extraction.phrases import Hit
from registry.domain.extraction.readings import Reading
from registry.domain.extraction.recognisers.frames import is_perfect, speaks_of_past
from registry.domain.extraction.tokens import Token

_TIMES = frozenset({"weekday", "later", "month"})
_ENOUGH = 2


def weather(
    tokens: Sequence[Token], hits: Sequence[Hit], clauses: Sequence[Clause], language: LanguageLexicon
) -> Iterator[Reading]:
    """A reading for each clause with a word of weather that has no modal verb and does not speak of the past.

    There must be another such word or a time in the sentence: much that is not weather has a climate or a degree.
    """
    words = sum([h.word_class == "weather" for h in hits])
    told = False
    for number, clause in enumerate(clauses if words else ()):
        told = told or speaks_of_past(tokens, clause, language)
        inside = [h for h in hits if h.word_class == "weather" and clause.first <= h.first <= clause.last]
        timed = any(h.word_class in _TIMES and clause.first <= h.first <= clause.last for h in hits)
        if told or not inside or words + timed < _ENOUGH or clause.modal:
            continue
        if not is_perfect(tokens, clause, language):
            yield Reading("weather", inside[0].first, number, None)
