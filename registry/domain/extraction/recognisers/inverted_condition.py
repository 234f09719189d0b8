"""A condition told by word order alone: "Verliert er, tritt er zurück"; "Had he lost, ..."."""

from collections.abc import Iterator, Sequence

from registry.domain.extraction.clauses import Clause
from registry.domain.extraction.lexicon import LanguageLexicon
from registry.domain.extraction.phrases import Hit
from registry.domain.extraction.readings import Reading
from registry.domain.extraction.tokens import Token

# Clauses within which the "then" follows where several conditions are strung together.
_LATEST = 5
_CONSEQUENT = frozenset({"then", "finite_modal", "would_irreg"})


def inverted_condition(
    tokens: Sequence[Token], hits: Sequence[Hit], clauses: Sequence[Clause], language: LanguageLexicon
) -> Iterator[Reading]:
    """A reading at a verb that opens the sentence when a comma and another verb or a "then" follow."""
    if len(clauses) < 2 or tokens[-1].low == "?" or not _verb_first(tokens, hits, language):
        return
    gap = range(clauses[0].last + 1, clauses[1].first)
    follows = clauses[1].first
    later = {c.first for c in clauses[2:_LATEST]}
    then = any(h.word_class == "then" and h.first in later for h in hits)
    if any(tokens[i].low == "," for i in gap) and (then or _goes_on(tokens, hits, follows, language)):
        yield Reading("inverted_condition", clauses[0].first, 0, None)


def _verb_first(tokens: Sequence[Token], hits: Sequence[Hit], language: LanguageLexicon) -> bool:
    if any(h.first == 0 and h.word_class == "condition_inverted" for h in hits):
        return True
    return language.morphology.verb_last and language.is_finite(tokens[0].low)


def _goes_on(tokens: Sequence[Token], hits: Sequence[Hit], at: int, language: LanguageLexicon) -> bool:
    if not language.morphology.verb_last:
        return True
    low = tokens[at].low
    return language.is_finite(low) or any(h.first == at and h.word_class in _CONSEQUENT for h in hits)
