"""What a claiming verb hangs on: the verb of hoping, fearing or saying above it, and the word that opens its clause."""

from collections.abc import Iterator, Sequence

from registry.domain.extraction.clauses import Clause
from registry.domain.extraction.phrases import Hit
from registry.domain.extraction.readings import Reading

_FRAME_CLASSES = frozenset("hope demand fear expect say opinion plan promise unclear unreal".split())
_FARTHEST = 2


def openers_of(reading: Reading, clauses: Sequence[Clause]) -> frozenset[str]:
    """Word classes of the first two words of the reading's clause."""
    return clauses[reading.clause].opener


def governors_of(reading: Reading, clauses: Sequence[Clause], hits: Sequence[Hit]) -> Iterator[str]:
    """Classes of the frame words that stand before the verb, in its clause or at most two clauses before."""
    start = clauses[max(0, reading.clause - _FARTHEST)].first
    for word_class, first, _ in hits:
        if first >= reading.at:
            break
        if first >= start and word_class in _FRAME_CLASSES:
            yield word_class
