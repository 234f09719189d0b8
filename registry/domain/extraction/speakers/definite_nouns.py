"""Somebody known by any noun with an article behind the verb of saying: "erklärt der Urenkel des Gründers"."""

from collections.abc import Sequence

from registry.domain.extraction.lexicon import LanguageLexicon
from registry.domain.extraction.names import Name
from registry.domain.extraction.passage import Passage
from registry.domain.extraction.speakers.groups import group_words
from registry.domain.extraction.speakers.source_phrases import Source, is_plain_word

_MOST_ADJECTIVES = 2


def definite_behind(passage: Passage, at: int, names: Sequence[Name], language: LanguageLexicon) -> Source | None:
    """The person whom a noun that is no role means, behind the verb at token `at` and an article of a single person."""
    tokens = passage.tokens
    noun = at + 2
    if noun >= len(tokens) or language.has("takes_dative", tokens[at].low):
        return None
    while noun < len(tokens) - 1 and noun < at + 2 + _MOST_ADJECTIVES and language.is_adjective(tokens[noun].low):
        if tokens[noun].is_capital:
            break
        noun += 1
    token = tokens[noun]
    female = language.has("subject_articles", tokens[at + 1].low) and token.low.endswith(_female(language))
    if not (language.has("male_articles", tokens[at + 1].low) or female) or not token.is_capital:
        return None
    if is_plain_word(token.low, language) or token.low in language.any_of("not_names", "no_owners", "opinions"):
        return None
    if any(n.first <= noun <= n.last for n in names):
        return None
    words = group_words(passage, noun, names, language, noun, at)
    return Source(
        None, token.text, words, False, at, "verb", definite=not language.has("new_articles", tokens[at + 1].low)
    )


def _female(language: LanguageLexicon) -> tuple[str, ...]:
    return tuple(language.any_of("female_endings"))
