"""Groups and institutions that are no names: "analysts", "das Verkehrsministerium", "Expertinnen und Experten"."""

from collections.abc import Sequence

from registry.domain.extraction.lexicon import LanguageLexicon
from registry.domain.extraction.names import Name, is_role
from registry.domain.extraction.passage import Passage
from registry.domain.extraction.remembering import remembered
from registry.domain.extraction.speakers.noun_attributes import as_subject, attributes_end
from registry.domain.extraction.speakers.noun_phrases import phrase_end
from registry.domain.extraction.tokens import Token

_SHORTEST_HEAD, _LONGEST_COMPOUND = 5, 50
_OPENING = 4
_OWNING = frozenset({"'s", "'"})
_GENITIVE = ("es", "s")


def is_group(word: str, language: LanguageLexicon) -> bool:
    """Whether the lower-case `word` is a group, alone or as the end of a compound ("landesregierung")."""
    known = language.groups_seen.get(word)
    if known is None:
        known = remembered(language.groups_seen, word, _looks_like_group(word, language))
    return known


def _looks_like_group(word: str, language: LanguageLexicon) -> bool:
    if language.has("groups", word):
        return True
    if not language.noun_capitals or len(word) > _LONGEST_COMPOUND or language.has("not_groups", word):
        return False
    if word.endswith("n") and language.has("groups", word[:-1]):
        return True
    forms = [word, *(word.removesuffix(ending) for ending in _GENITIVE if word.endswith(ending))]
    forms = [form for form in forms if language.may_end(form, "groups")]
    return any(language.has("groups", form[cut:]) for form in forms for cut in range(len(form) - _SHORTEST_HEAD + 1))


def group_words(
    passage: Passage, i: int, names: Sequence[Name], language: LanguageLexicon, floor: int = 0, verb: int = -1
) -> str:
    """The group at token `i` with what belongs to its name, from token `floor` on; `verb` is the one it stands by.

    That is the adjective or place directly before it ("Tory MPs"), a second group ("Expertinnen und Experten"), the
    institution of its people ("analysts at Goldman Sachs") and in German whose or where it is ("Juristen der Bank").
    """
    tokens = passage.tokens
    first = i
    verbs = {h.first for h in passage.hits if h.word_class in ("say_verb", "source_verb")}
    while first > max(floor, i - 2) and first - 1 not in verbs and _attributive(tokens[first - 1], language):
        first -= 1
    if first - 1 > floor and tokens[first - 1].low in _OWNING and tokens[first - 2].is_word:
        first -= 2
        first -= first > floor and tokens[first - 1].is_capital and _attributive(tokens[first - 1], language)
    last = i + 2 if is_coordinated(tokens, i, language) else i
    house = house_behind(tokens, last, names, language)
    end = max(house.last if house else last, phrase_end(passage, last, language))
    end = end if house else max(end, attributes_end(tokens, last, verb, language))
    before, behind = passage.text[tokens[first].start : tokens[i].start], passage.text[tokens[i].end : tokens[end].end]
    return before + as_subject(tokens, i, language) + behind


def opening_group(passage: Passage, names: Sequence[Name], language: LanguageLexicon) -> str | None:
    """The group that a sentence begins with, so that it is what the sentence is about ("Western diplomats doubt")."""
    for i, token in enumerate(passage.tokens[:_OPENING]):
        if not token.is_word or language.has("prepositions", token.low):
            return None
        if is_group(token.low, language):
            return group_words(passage, i, names, language)
    return None


def is_coordinated(tokens: Sequence[Token], i: int, language: LanguageLexicon) -> bool:
    """Whether "and" and another group follow the group at token `i`."""
    if i + 2 >= len(tokens) or not language.has("and_words", tokens[i + 1].low):
        return False
    second = tokens[i + 2]
    return is_group(second.low, language) or (is_role(second.low, language) and second.is_capital)


def house_behind(tokens: Sequence[Token], last: int, names: Sequence[Name], language: LanguageLexicon) -> Name | None:
    """The institution that the group or role at token `last` is of ("analysts at Goldman Sachs")."""
    at = last + 1
    if at + 1 >= len(tokens) or not language.has("belonging", tokens[at].low):
        return None
    at += 2 if language.has("articles", tokens[at + 1].low) else 1
    return next((n for n in names if n.first == at and not n.person), None)


def _attributive(token: Token, language: LanguageLexicon) -> bool:
    """Whether the word before a group belongs to its name."""
    plain = language.any_of("articles", "prepositions", "not_names", "function_words", "opinions")
    return token.is_word and token.low not in plain
