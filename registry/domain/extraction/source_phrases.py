"""The noun phrase that names a source: a name, a role, a group or a pronoun before or behind a word."""

from collections.abc import Sequence
from typing import NamedTuple

from registry.domain.extraction.groups import group_words, is_coordinated, is_group
from registry.domain.extraction.lexicon import LanguageLexicon
from registry.domain.extraction.names import Name, is_role
from registry.domain.extraction.passage import Passage

_REACH = 8
_BACK = 12
_CLOSE = 4
_MEASURE = 4


class Source(NamedTuple):
    """A source named in a sentence: a `name`, else a `role` (one word), a `group` (its words) or a pronoun.

    `at` is the token of the word that makes it one (the verb, "laut"); `how` is "verb", "before" or "after". `definite`
    tells that an article points back to somebody known ("der Diplomat").
    """

    name: Name | None
    role: str | None
    group: str | None
    pronoun: bool
    at: int
    how: str
    definite: bool = False


def forward(
    passage: Passage,
    start: int,
    names: Sequence[Name],
    language: LanguageLexicon,
    at: int,
    how: str,
    stop: int | None = None,
) -> Source | None:
    """The noun phrase that begins at or soon behind token `start`."""
    tokens = passage.tokens
    end = min(len(tokens) - 1, start + _REACH, stop if stop is not None else len(tokens))
    for i in range(start, end + 1):
        if i > start and (tokens[i].text in ",;:" or language.has("prepositions", tokens[i].low)):
            break
        source = source_at(passage, i, names, language, at, how)
        if source is not None:
            return source
    return None


def backward(
    passage: Passage,
    start: int,
    names: Sequence[Name],
    language: LanguageLexicon,
    at: int,
    how: str,
    floor: int = 0,
) -> Source | None:
    """The noun phrase nearest before token `start`, names before roles before groups before pronouns."""
    low = max(floor, start - (_CLOSE if how == "after" else _BACK))
    if how == "after":
        return next(
            (s for i in range(start, low - 1, -1) if (s := source_at(passage, i, names, language, at, how))),
            None,
        )
    inside = [n for n in names if low <= n.first and n.last <= start and not _oblique(passage, n.first, language)]
    if inside:
        return Source(inside[0], None, None, False, at, how)
    for i in range(low, start + 1):
        source = source_at(passage, i, names, language, at, how)
        if source is not None and source.name is None and not _oblique(passage, i, language):
            return source
    if start >= floor and not any(n.first <= start <= n.last for n in names):
        found = _noun_before(passage, start, names, language, at)
        if found is not None:
            return found
    earlier = [n for n in names if n.person and n.last < floor and not _oblique(passage, n.first, language)]
    return Source(earlier[-1], None, None, False, at, how) if earlier else None


def _noun_before(passage: Passage, i: int, names: Sequence[Name], language: LanguageLexicon, at: int) -> Source | None:
    """A noun directly before the verb, whatever it means: "Kritiker warnen", "many commentators believe"."""
    token = passage.tokens[i]
    if (
        _oblique(passage, i, language)
        or is_plain_word(token.low, language)
        or not token.is_word
        or language.has("no_source", token.low)
    ):
        return None
    if any(t.text[0].isdigit() for t in passage.tokens[max(0, i - _MEASURE) : i]):
        return None
    noun = token.is_capital if language.noun_capitals else token.low.endswith("s") and len(token.low) > 3
    return Source(None, None, group_words(passage, i, names, language), False, at, "verb") if noun else None


def _oblique(passage: Passage, first: int, language: LanguageLexicon) -> bool:
    """Whether a preposition stands before the name, so that it is not the subject ("in Berlin")."""
    before = [t.low for t in passage.tokens[max(0, first - 2) : first]]
    return any(language.has("prepositions", b) or language.has("oblique_articles", b) for b in before[-1:] + before[:1])


def source_at(
    passage: Passage, i: int, names: Sequence[Name], language: LanguageLexicon, at: int, how: str
) -> Source | None:
    """The name, role, group or pronoun at token `i`, as the source of the word at token `at`."""
    token = passage.tokens[i]
    name = next((n for n in names if n.first - len(n.roles) <= i <= n.last), None)
    if name is not None:
        return Source(name, None, None, False, at, how)
    role = is_role(token.low, language) and (token.is_capital or not language.noun_capitals)
    pointed = i > 0 and language.has("one_of_them", passage.tokens[i - 1].low)
    back = pointed and _is_one(passage, i, language, at)
    group = is_group(token.low, language)
    if role and (not group or back) and not is_coordinated(passage.tokens, i, language):
        return Source(None, token.text, None, False, at, how, back)
    if group or role:
        return Source(None, None, group_words(passage, i, names, language), False, at, how)
    if passage.has_at(i, "person_pronoun"):
        return Source(None, None, None, True, at, how)
    return None


def _is_one(passage: Passage, i: int, language: LanguageLexicon, at: int) -> bool:
    """Whether the role at token `i` is of a single person, by its form or by that of the verb at token `at`."""
    if not language.noun_capitals:
        return not passage.tokens[i].low.endswith("s")
    is_verb = passage.has_at(at, "say_verb")
    before = passage.tokens[i - 1].low
    return not passage.tokens[at].low.endswith("n") if is_verb else language.has("singular_articles", before)


def noun_behind(
    passage: Passage, start: int, names: Sequence[Name], language: LanguageLexicon, at: int, how: str
) -> Source | None:
    """The first noun behind token `start`, whatever it means, where nouns have capitals ("laut Vorhersage")."""
    if not language.noun_capitals:
        return None
    tokens = passage.tokens
    for i in range(start, min(len(tokens), start + _CLOSE)):
        low = tokens[i].low
        if not tokens[i].is_word or (i > start and language.has("prepositions", low)):
            return None
        if tokens[i].is_capital and not is_plain_word(low, language):
            return Source(None, None, group_words(passage, i, names, language, i), False, at, how)
    return None


def is_plain_word(word: str, language: LanguageLexicon) -> bool:
    """Whether the lower-case `word` can name nobody: an article, a preposition, a pronoun."""
    return word in language.any_of("function_words", "articles", "prepositions", "not_sources", "person_pronouns")
