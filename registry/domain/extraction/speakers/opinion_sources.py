"""Whose opinion a sentence announces before a colon: "Karl Ottes Prognose:", "die Sorge der Winzer:", "ihr Fazit:"."""

from collections.abc import Sequence

from registry.domain.extraction.lexicon import LanguageLexicon
from registry.domain.extraction.names import Name
from registry.domain.extraction.passage import Passage
from registry.domain.extraction.speakers.source_phrases import Source, noun_behind, source_at

_LONGEST = 9
_FIRST_WORDS = 4


def opinion_before(passage: Passage, colon: int, names: Sequence[Name], language: LanguageLexicon) -> Source | None:
    """The source whose opinion stands before token `colon` with nothing else, None where there is no such opinion."""
    tokens = passage.tokens
    if not language.noun_capitals or colon > _LONGEST:
        return None
    at = next((i for i in range(min(colon, _FIRST_WORDS)) if _is_opinion(passage, i, language)), None)
    if at is None or not _is_bare(passage, at, colon, language):
        return None
    owner = next((n for n in names if n.last == at - 1), None)
    if owner is not None:
        return Source(owner, None, None, False, at, "before")
    if at and language.has("possessives", tokens[at - 1].low):
        return Source(None, None, None, True, at, "before")
    if at + 2 >= colon or not language.has("owner_openers", tokens[at + 1].low):
        return None
    behind = (source_at(passage, i, names, language, at, "before") for i in range(at + 2, colon))
    found = next((source for source in behind if source is not None), None)
    return found or noun_behind(passage, at + 2, names, language, at, "before")


def _is_opinion(passage: Passage, i: int, language: LanguageLexicon) -> bool:
    return passage.tokens[i].is_capital and language.has("opinions", passage.tokens[i].low)


def _is_bare(passage: Passage, at: int, colon: int, language: LanguageLexicon) -> bool:
    """Whether no verb but one of being stands between the opinion and the colon."""
    lows = (token.low for token in passage.tokens[at + 1 : colon] if token.is_word and not token.is_capital)
    verbs = (low for low in lows if language.is_finite(low) or language.is_preterite(low))
    return all(language.has("announcing_verbs", low) for low in verbs)
