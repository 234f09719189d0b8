"""Sentences that name the source of the one before: "So says Ada Hale", "That is the view of the bank"."""

from collections.abc import Sequence

from registry.domain.extraction.clauses import MODAL
from registry.domain.extraction.lexicon import LanguageLexicon
from registry.domain.extraction.names import Name
from registry.domain.extraction.passage import Passage
from registry.domain.extraction.source_phrases import Source, source_at

_LONGEST = 22
_SHORT = 12


def names_source_before(passage: Passage, language: LanguageLexicon) -> bool:
    """Whether the sentence only tells who says what stands before it, and claims nothing of the future itself."""
    tokens = passage.tokens
    if not 2 < len(tokens) <= _LONGEST or any(h.word_class in MODAL for h in passage.hits):
        return False
    if points_back_first(passage, language):
        return any(t.low in language.any_of("view_nouns") for t in tokens) or _says(passage)
    last = next((t.low for t in reversed(tokens) if t.is_word), "")
    return len(tokens) <= _SHORT and language.has("pointed_at", last) and _says(passage)


def points_back_first(passage: Passage, language: LanguageLexicon) -> bool:
    """Whether the sentence begins with "that", "such" or "so"."""
    return language.has("back_pointers", passage.tokens[0].low)


def _says(passage: Passage) -> bool:
    return any(h.word_class in ("say_verb", "source_verb") for h in passage.hits)


def source_named(passage: Passage, names: Sequence[Name], language: LanguageLexicon) -> list[Source]:
    """The first name, role or group of such a sentence, in whatever part of it."""
    found = (source_at(passage, i, names, language, i, "after") for i in range(1, len(passage.tokens)))
    return [source for source in found if source is not None and not source.pronoun][:1]
