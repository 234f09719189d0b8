"""Sentences that name the source of the one before: "So says Ada Hale", "That is the view of the bank"."""

from collections.abc import Sequence

from registry.domain.extraction.clauses import MODAL
from registry.domain.extraction.lexicon import LanguageLexicon
from registry.domain.extraction.names import Name
from registry.domain.extraction.passage import Passage
from registry.domain.extraction.source_phrases import Source, source_at

_LONGEST = 22
_SHORT = 12
_SAYS = frozenset({"say_verb", "source_verb"})


def names_source_before(passage: Passage, language: LanguageLexicon) -> bool:
    """Whether the sentence only tells who says what stands before it, and claims nothing of the future itself."""
    tokens = passage.tokens
    if not 2 < len(tokens) <= _LONGEST:
        return False
    opens = points_back_first(passage, language)
    if not opens and (len(tokens) > _SHORT or not _points_back_last(passage, language)):
        return False
    if passage.has_any(MODAL):
        return False
    viewed = opens and any(language.has("view_nouns", t.low) for t in tokens)
    return viewed or passage.has_any(_SAYS)


def _points_back_last(passage: Passage, language: LanguageLexicon) -> bool:
    """Whether the sentence ends with "it", "that" or "so"."""
    return any(language.has("pointed_at", token.low) for token in passage.tokens[-2:])


def points_back_first(passage: Passage, language: LanguageLexicon) -> bool:
    """Whether the sentence begins with "that", "such" or "so"."""
    return language.has("back_pointers", passage.tokens[0].low)


def source_named(passage: Passage, names: Sequence[Name], language: LanguageLexicon) -> list[Source]:
    """The first name, role or group of such a sentence, in whatever part of it."""
    found = (source_at(passage, i, names, language, i, "after") for i in range(1, len(passage.tokens)))
    return [source for source in found if source is not None and not source.pronoun][:1]
