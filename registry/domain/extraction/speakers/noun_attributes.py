"""What belongs to a German noun behind it ("Diplomaten in Nairobi"), and its form as a subject ("des Verbands")."""

from collections.abc import Sequence

from registry.domain.extraction.lexicon import LanguageLexicon
from registry.domain.extraction.tokens import Token

_MOST = 2
_MOST_ADJECTIVES = 2
_MOST_CAPITALS = 4
_GENITIVE = ("s", "es", "nisses")
_PLURAL = ("n", "r", "e")
_SHORTEST = 4


def attributes_end(tokens: Sequence[Token], last: int, verb: int, language: LanguageLexicon) -> int:
    """The last token of what belongs to the noun at token `last`: a genitive, "von" with a noun, or a place.

    A place or purpose belongs to it surely where nothing else stands before the verb at token `verb`, or behind an
    office ("Amt für Statistik").
    """
    if not language.noun_capitals:
        return last
    if 0 <= verb < last and language.has("takes_dative", tokens[verb].low):
        return last
    end = last
    for _ in range(_MOST):
        found = _attribute(tokens, end, language)
        if found is None or not _belongs(tokens, end, found, verb, language):
            break
        if end > last and language.has("place_links", tokens[end + 1].low):
            break
        end = found
    return end


def _belongs(tokens: Sequence[Token], end: int, found: int, verb: int, language: LanguageLexicon) -> bool:
    """Whether the attribute behind token `end` up to `found` belongs to the noun and not to the verb."""
    opener = tokens[end + 1].low
    office = is_office(tokens[end].low, language)
    named = not language.has("articles", tokens[end + 2].low)
    if named and language.has("origin_links", opener):
        return True
    if language.has("place_links", opener):
        return named and verb == found + 1 and not office and tokens[end].low.endswith(_PLURAL)
    return not language.has("loose_attributes", opener) or verb == found + 1 or office


def _attribute(tokens: Sequence[Token], end: int, language: LanguageLexicon) -> int | None:
    """The last token of the attribute that begins behind token `end`, None where none begins."""
    at = end + 1
    if at + 1 >= len(tokens) or not language.has("attribute_openers", tokens[at].low):
        return None
    opens = language.has("genitive_articles", tokens[at].low)
    noun = at + 1 + (not opens and language.has("articles", tokens[at + 1].low))
    for _ in range(_MOST_ADJECTIVES):
        if noun + 1 < len(tokens) and not tokens[noun].is_capital and _describes(tokens[noun], language):
            noun += 1
    if noun >= len(tokens) or not _names(tokens[noun], language) or language.has("no_owners", tokens[noun].low):
        return None
    stop = noun
    while stop + 1 < min(len(tokens), noun + _MOST_CAPITALS) and _names(tokens[stop + 1], language):
        stop += 1
    return stop


def _describes(token: Token, language: LanguageLexicon) -> bool:
    return language.is_adjective(token.low) or language.has("parts", token.low)


def _names(token: Token, language: LanguageLexicon) -> bool:
    return token.is_capital and token.low not in language.any_of("not_nouns", "function_words", "prepositions")


def is_office(low: str, language: LanguageLexicon) -> bool:
    """Whether the lower-case word means a single institution, alone or as the end of a compound ("umweltamts")."""
    forms = [low, *(low.removesuffix(ending) for ending in _GENITIVE)]
    return any(_ends_in("offices", form, language) for form in forms)


def _ends_in(word_set: str, word: str, language: LanguageLexicon) -> bool:
    """Whether the word, or the end of the compound, is in the set."""
    return any(language.has(word_set, word[cut:]) for cut in range(max(1, len(word) - _SHORTEST + 1)))


def owner_start(tokens: Sequence[Token], at: int, language: LanguageLexicon) -> int | None:
    """The first token behind the article of whom the document at token `at` is by ("Studie der Bank"), else None."""
    low = tokens[at].low
    named = _ends_in("documents", low, language) if language.noun_capitals else language.has("documents", low)
    if at + 2 >= len(tokens) or not named:
        return None
    if language.has("making", tokens[at + 1].low):
        at += 1
    opener = tokens[at + 1].low
    if language.has("genitive_articles", opener):
        return at + 2
    if at + 2 >= len(tokens):
        return None
    return at + 2 + language.has("articles", tokens[at + 2].low) if language.has("owner_links", opener) else None


def as_subject(tokens: Sequence[Token], at: int, language: LanguageLexicon) -> str:
    """The noun at token `at` as it stands as a subject: "Verband" for "des Verbands", "Winzer" for "den Winzern"."""
    text = tokens[at].text
    if not language.noun_capitals or not at:
        return text
    first = at - 1
    while first and _describes(tokens[first], language) and not language.has("possessive_articles", tokens[first].low):
        first -= 1
    article = tokens[first].low
    if language.has("possessive_articles", article):
        return _without_genitive(text, language)
    groups = language.any_of("groups", "role_suffixes")
    if language.has("nominative_articles", article):
        return text
    if text.endswith("n") and text.lower() not in groups and text[:-1].lower() in groups:
        return text[:-1]
    return text


def name_as_subject(article: str, words: list[str], language: LanguageLexicon) -> list[str]:
    """The words of an institution's name behind `article` as a subject: "Rote Kreuz" for "des Roten Kreuzes"."""
    if not language.noun_capitals or not language.has("oblique_openers", article):
        return words
    first, last = words[0], words[-1]
    if first.endswith("en") and language.is_adjective(first.lower()):
        first = first[:-1]
    if language.has("possessive_articles", article) and last.endswith("s"):
        kept = last.lower().endswith(tuple(language.any_of("nouns_on_s")))
        last = last if kept else _without_genitive(last, language)
    return [first, *words[1:-1], last]


def _without_genitive(text: str, language: LanguageLexicon) -> str:
    low = text.lower()
    if low.endswith("nisses"):
        return text[:-3]
    if low.endswith("es") and not low.endswith("ies"):
        return text[:-1] if low[:-1].endswith(tuple(language.any_of("nouns_on_e"))) else text[:-2]
    if low.endswith("s") and not low.endswith("ss"):
        return text[:-1]
    groups = language.any_of("role_suffixes")
    for cut in (2, 1):
        if low.endswith("en") and any(low[start:-cut] in groups for start in range(len(low) - _SHORTEST)):
            return text[:-cut]
    return text
