"""What shows that a name is a person's where no given name, title or role tells it."""

from collections.abc import Sequence

from registry.domain.extraction.lexicon import LanguageLexicon
from registry.domain.extraction.names import Name, NameRun
from registry.domain.extraction.passage import Passage
from registry.domain.extraction.speakers.groups import is_group

_FULL_NAME = (2, 3)
_AGE_DIGITS = 2


def lone_names(passages: Sequence[Passage], runs: Sequence[Sequence[NameRun]]) -> frozenset[str]:
    """The lower-case words that the article writes with a capital inside a sentence, alone and behind no article."""
    return frozenset(
        [
            passage.tokens[run.first].low
            for passage, found in zip(passages, runs, strict=True)
            for run in found
            if run.first == run.last and run.first and not run.doubtful
        ]
    )


def acts_as_person(passage: Passage, name: Name, alone: frozenset[str], language: LanguageLexicon) -> bool:
    """Whether a full name without a known given name is a person's: by its age, a "who", or a verb of saying at it.

    Where nouns have no capitals, also by its last word, if that stands `alone` elsewhere.
    """
    tokens = passage.tokens
    words = name.text.lower().split()
    if len(words) not in _FULL_NAME or any(is_group(word, language) for word in words):
        return False
    behind = tokens[name.last + 1 : name.last + 4]
    if len(behind) > 1 and behind[0].text == ",":
        aged = len(behind) > 2 and behind[1].text.isdigit() and len(behind[1].text) == _AGE_DIGITS
        if (aged and behind[2].text == ",") or language.has("who_words", behind[1].low):
            return True
    before = tokens[name.first - 1].low if name.first else ""
    if not language.noun_capitals and language.has("articles", before):
        return False
    if not language.noun_capitals and words[-1] in alone and not _is_place(words, language):
        return True
    if language.has("prepositions", before):
        return False
    return any(passage.has_at(at, "say_verb") for at in (name.first - 1, name.last + 1) if at >= 0)


def _is_place(words: Sequence[str], language: LanguageLexicon) -> bool:
    return language.has("place_words", words[0]) or language.has("club_words", words[-1])
