"""Sentences that name the source of the one before: "So says Ada Hale", "That is the view of the bank"."""

from collections.abc import Sequence

from registry.domain.extraction.clauses import MODAL
from registry.domain.extraction.lexicon import LanguageLexicon
from registry.domain.extraction.names import Name
from registry.domain.extraction.passage import Passage
from registry.domain.extraction.speakers.source_phrases import Source, source_at

_LONGEST = 22
_SHORT = 12
_LATE = 2
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


def named_behind(
    k: int, passages: Sequence[Passage], named_in: Sequence[Sequence[Name]], language: LanguageLexicon
) -> str | None:
    """The person with whose full name, never heard before, one of the next sentences of the paragraph begins.

    So English tells late who was meant by "said a trader"; not where the name comes with a role or a word of its own.
    """
    line = passages[k].sentence.line
    if language.noun_capitals:
        return None
    for i in range(k + 1, min(len(passages), k + 1 + _LATE)):
        if passages[i].sentence.line != line or any(n.person for n in named_in[i - 1]):
            return None
        name = next(iter(named_in[i]), None)
        if name is not None and name.first == 0 and " " in name.text:
            surname = name.surname
            heard = any(n.surname == surname for names in named_in[:i] for n in names)
            return name.text if not heard and _tells_of(passages[i], name, language) else None
    return None


def _tells_of(passage: Passage, name: Name, language: LanguageLexicon) -> bool:
    """Whether the sentence tells of a person with this name and neither introduces nor quotes one."""
    tokens = passage.tokens
    if name.roles or name.last + 2 >= len(tokens) or not tokens[name.last + 1].is_word or passage.has_any(_SAYS):
        return False
    return name.person or any(language.has("possessives", token.low) for token in tokens)
