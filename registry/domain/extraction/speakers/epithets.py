"""Nouns that mean a person told of before: "the 52-year-old", "the Dane", "the former striker"."""

from registry.domain.extraction.lexicon import LanguageLexicon
from registry.domain.extraction.names import is_role
from registry.domain.extraction.passage import Passage
from registry.domain.extraction.speakers.groups import is_group

_MOST_MODIFIERS = 4


def is_epithet(passage: Passage, i: int, language: LanguageLexicon) -> bool:
    """Whether token `i` is the last word of what a person is called who has no office: "veteran", "Dane", "widow"."""
    tokens = passage.tokens
    if not language.has("person_nouns", tokens[i].low) or (language.noun_capitals and not tokens[i].is_capital):
        return False
    follows = tokens[i + 1].low if i + 1 < len(tokens) else ""
    return not (language.has("person_nouns", follows) or is_role(follows, language) or is_group(follows, language))


def points_back(passage: Passage, i: int, language: LanguageLexicon) -> bool:
    """Whether "the" stands before the noun at token `i`, alone or with what only describes ("the former captain")."""
    tokens = passage.tokens
    for j in range(i - 1, max(-1, i - 2 - _MOST_MODIFIERS), -1):
        token = tokens[j]
        if language.has("one_of_them", token.low):
            return True
        if language.noun_capitals and not token.is_capital and language.is_adjective(token.low):
            continue
        if language.noun_capitals and (token.text.isdigit() or token.text == "-"):
            continue
        if language.noun_capitals or not _describes(token.text, token.low, language):
            return False
    return False


def _describes(text: str, low: str, language: LanguageLexicon) -> bool:
    return "-" in text or text.isdigit() or text[0].isupper() or language.has("describing", low)
