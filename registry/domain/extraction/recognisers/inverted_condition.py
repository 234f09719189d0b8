"""A condition told by word order alone: "Verliert er, tritt er zurück"; "Had he lost, ..."."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

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
    if len(clauses) < 2 or tokens[-1].low == "?" or not _verb_first(tokens, hits, clauses[1].first, language):
        return
    follows = clauses[1].first
    gap = range(clauses[0].last + 1, follows)
    later = {c.first for c in clauses[2:_LATEST]}
    then = any(h.word_class == "then" and h.first in later for h in hits)
    consequent = then or _consequent(hits, follows) or _goes_on(tokens[follows], language)
    if consequent and any(tokens[i].low == "," for i in gap):
        yield Reading("inverted_condition", clauses[0].first, 0, None)


def _verb_first(tokens: Sequence[Token], hits: Sequence[Hit], follows: int, language: LanguageLexicon) -> bool:
    if any(h.word_class == "condition_inverted" for h in takewhile(lambda h: h.first == 0, hits)):
        return True
    # A noun that looks like a verb gives itself away by another joined to it ("Brot und Brötchen würden …").
    if not language.morphology.verb_last or language.has("joining_words", tokens[1].low):
        return False
    return language.is_finite(tokens[0].low) or _subjunctive_first(tokens, hits, follows, language)


def _consequent(hits: Sequence[Hit], follows: int) -> bool:
    return any(h.first == follows and h.word_class in _CONSEQUENT for h in hits)


def _subjunctive_first(tokens: Sequence[Token], hits: Sequence[Hit], follows: int, language: LanguageLexicon) -> bool:
    """Whether the first word is a subjunctive or plural with its subject behind it ("Bräche der Damm, ...").

    A noun without an article may as well follow an adjective, so another verb must open the next clause there.
    """
    if not language.is_subjunctive(tokens[0].low):
        return False
    low = tokens[1].low
    if language.has("articles", low) or language.has("lone_subjects", low):
        return True
    return tokens[1].is_capital and _consequent(hits, follows)


def _goes_on(token: Token, language: LanguageLexicon) -> bool:
    if not language.morphology.verb_last:
        return True
    return not token.is_capital and (language.is_finite(token.low) or language.is_subjunctive(token.low))
