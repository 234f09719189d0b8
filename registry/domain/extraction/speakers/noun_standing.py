"""How a noun stands in its sentence: behind a preposition, before the noun that it only describes, as one of many."""

from registry.domain.extraction.lexicon import LanguageLexicon
from registry.domain.extraction.names import Name, is_role
from registry.domain.extraction.passage import Passage
from registry.domain.extraction.speakers.groups import is_group
from registry.domain.extraction.speakers.noun_phrases import is_owner
from registry.domain.extraction.tokens import Token

_FEMININE, _OBLIQUE = "in", "en"
_PHRASE = 5
_RANKED = 3


def is_oblique(passage: Passage, first: int, language: LanguageLexicon) -> bool:
    """Whether a preposition or an oblique article opens the noun phrase of the name, so that it is no subject.

    Between that word and the name may stand what belongs to the noun ("nach drei mageren Jahren"). A part of many is
    a subject all the same ("three of the five economists").
    """
    tokens = passage.tokens
    for i in range(first - 1, max(-1, first - 1 - _PHRASE), -1):
        token = tokens[i]
        if i and _is_genitive(passage, i, first, language):
            return True
        if language.has("prepositions", token.low) or language.has("oblique_articles", token.low):
            return not (i and language.has("partitive", token.low) and _counts(tokens[i - 1], language))
        if not token.is_word and not token.text[0].isdigit():
            return False
        if i < first - 1 and not _belongs_to_noun(token, language):
            return False
    return False


def _is_genitive(passage: Passage, i: int, first: int, language: LanguageLexicon) -> bool:
    """Whether the article at token `i` ties the noun at token `first` to the one before ("ein Mitglied des Rats")."""
    if not language.has("genitive_articles", passage.tokens[i].low) or not passage.tokens[i - 1].is_capital:
        return False
    return not any(token.is_capital for token in passage.tokens[i + 1 : first])


def qualifies(passage: Passage, name: Name, language: LanguageLexicon) -> bool:
    """Whether the name only tells whose the role or group behind it is ("Fine Gael organiser", "Ada Hale's widow")."""
    if language.noun_capitals:
        return False
    owns = is_owner(passage, name.last)
    if name.person and not owns:
        return _stands_before_title(passage, name, language)
    if owns and language.has("given_names", passage.tokens[name.last + 2].low):
        return True
    behind = passage.tokens[name.last + 1 + owns : name.last + 3 + 2 * owns]
    return any(
        (is_role(t.low, language) or is_group(t.low, language) or language.has("person_nouns", t.low))
        and all(b.is_word for b in behind[: j + 1])
        for j, t in enumerate(behind)
    )


def _stands_before_title(passage: Passage, name: Name, language: LanguageLexicon) -> bool:
    """Whether a role with another name follows a single word: "Norham manager Carl Bond"."""
    behind = passage.tokens[name.last + 1 : name.last + 3]
    return name.first == name.last and len(behind) > 1 and is_role(behind[0].low, language) and behind[1].is_capital


def _counts(token: Token, language: LanguageLexicon) -> bool:
    """Whether the word tells how many of a group are meant."""
    return token.text[0].isdigit() or language.has("parts", token.low)


def _belongs_to_noun(token: Token, language: LanguageLexicon) -> bool:
    return _counts(token, language) or language.has("articles", token.low) or language.is_adjective(token.low)


def modifies(passage: Passage, i: int, language: LanguageLexicon) -> bool:
    """Whether the role or group at token `i` only tells of whom or what the next one is: "opposition leader"."""
    if i + 1 >= len(passage.tokens):
        return False
    tokens = passage.tokens
    reach = _RANKED if language.has("ranks", tokens[i].low) else 1
    for j, token in enumerate(tokens[i + 1 : i + 1 + reach], i + 1):
        if not token.is_word or (reach > 1 and passage.has_at(j, "say_verb")):
            return False
        if is_role(token.low, language) or is_group(token.low, language) or _is_human(token.low, language):
            return True
    return False


def _is_human(word: str, language: LanguageLexicon) -> bool:
    return language.has("person_nouns", word) or language.has("person_nouns", word.removesuffix("s"))


def is_one(passage: Passage, i: int, language: LanguageLexicon, at: int) -> bool:
    """Whether the role at token `i` is of a single person, by its form or by that of the verb at token `at`."""
    if not language.noun_capitals:
        return not passage.tokens[i].low.endswith("s")
    is_verb = passage.has_at(at, "say_verb")
    before = passage.tokens[i - 1].low
    low = passage.tokens[i].low
    if low.endswith(_FEMININE) or (language.has("male_articles", before) and low.endswith(_OBLIQUE)):
        return low.endswith(_FEMININE)
    return not passage.tokens[at].low.endswith("n") if is_verb else language.has("singular_articles", before)
