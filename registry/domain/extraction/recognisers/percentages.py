"""A statement with its probability behind a colon or in parentheses: "The coalition breaks up: 70 %"."""

from collections.abc import Iterator, Sequence

from registry.domain.extraction.clauses import Clause
from registry.domain.extraction.lexicon import LanguageLexicon
from registry.domain.extraction.phrases import Hit
from registry.domain.extraction.readings import Reading
from registry.domain.extraction.recognisers.frames import speaks_of_past
from registry.domain.extraction.tokens import Token

_FEWEST_WORDS = 4
_BEFORE_NUMBER = frozenset(":(–—-.")


def percentages(
    tokens: Sequence[Token], hits: Sequence[Hit], clauses: Sequence[Clause], language: LanguageLexicon
) -> Iterator[Reading]:
    """A reading at the number where it ends the sentence and four words or more stand before its mark."""
    signs = [h.last for h in hits if h.word_class == "percent"]
    words = [i for i, token in enumerate(tokens) if token.is_word or token.low == "%"] if signs else []
    if len(words) < _FEWEST_WORDS + 2:
        return
    if speaks_of_past(tokens, clauses[0], language):
        return
    sign, number = words[-1], words[-2]
    if sign in signs and tokens[number].low[0].isdigit() and number and tokens[number - 1].low in _BEFORE_NUMBER:
        yield Reading("stated_odds", number, len(clauses) - 1, None)
