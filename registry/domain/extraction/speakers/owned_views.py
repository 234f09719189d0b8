"""Whose view a sentence gives: "the bank's forecast is ...", and not "we missed the bank's forecast"."""

from registry.domain.extraction.clauses import MODAL
from registry.domain.extraction.lexicon import LanguageLexicon
from registry.domain.extraction.passage import Passage

_REACH = 7
_VERBS = MODAL | {"copula", "say_verb", "source_verb", "negation"}


def gives_view(passage: Passage, owner: int, language: LanguageLexicon) -> bool:
    """Whether the noun phrase that ends at token `owner` opens its clause, alone or behind "in", "by" or "on".

    Elsewhere the view that it owns is only spoken of: "sales fell short of the bank's forecast".
    """
    for i in range(owner - 1, max(-1, owner - 1 - _REACH), -1):
        token = passage.tokens[i]
        if not token.is_word or passage.has_at(i, "joiner") or passage.has_at(i, "that"):
            return True
        if language.has("prepositions", token.low) and not language.has("partitive", token.low):
            return language.has("view_prepositions", token.low)
        if token.is_capital:
            continue
        acts = language.any_of("preterites", "participles", "unchanged_participles")
        if token.low in acts or any(passage.has_at(i, word_class) for word_class in _VERBS):
            return False
    return True
