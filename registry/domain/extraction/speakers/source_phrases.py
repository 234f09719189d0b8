"""The noun phrase that names a source: a name, a role, a group or a pronoun before or behind a word."""

from collections.abc import Sequence
from typing import NamedTuple

from registry.domain.extraction.lexicon import LanguageLexicon
from registry.domain.extraction.names import Name, is_role
from registry.domain.extraction.passage import Passage
from registry.domain.extraction.speakers.epithets import is_epithet, points_back
from registry.domain.extraction.speakers.groups import group_words, house_behind, is_coordinated, is_group
from registry.domain.extraction.speakers.noun_attributes import attributes_end, owner_start
from registry.domain.extraction.speakers.noun_phrases import is_owner, phrase_end
from registry.domain.extraction.speakers.noun_standing import is_oblique, is_one, modifies, qualifies
from registry.domain.extraction.speakers.plain_subjects import plain_subject

_REACH = 8
_BACK = 12
_CLOSE = 4
_MEASURE = 4


class Source(NamedTuple):
    """A source named in a sentence: a `name`, else a `role` (one word), a `group` (its words) or a pronoun.

    `at` is the token of the word that makes it one (the verb, "laut"); `how` is "verb", "before" or "after". `definite`
    tells that an article points back to somebody known ("der Diplomat"), `many` that the pronoun means a group, `body`
    an institution. Of an unnamed role the `group` holds all words ("source close to the talks").
    """

    name: Name | None
    role: str | None
    group: str | None
    pronoun: bool
    at: int
    how: str
    definite: bool = False
    many: bool = False
    body: bool = False


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
        if not language.noun_capitals and passage.has_at(i, "that"):
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
    inside = [n for n in names if low <= n.first and n.last <= start and _stands_alone(passage, n, language)]
    if inside:
        direct = inside[-1].last == start and any(passage.has_at(i, "say_verb") for i in range(inside[0].last, start))
        return Source(inside[-1 if direct else 0], None, None, False, at, how)
    for i in range(low, start + 1):
        source = source_at(passage, i, names, language, at, how)
        unnamed = source is not None and (source.name is None or source.name.first > i)
        if source is not None and unnamed and not is_oblique(passage, i, language):
            return source
    found = _head_before(passage, low, start, names, language, at)
    if found is None and start >= floor and not any(n.first <= start <= n.last for n in names):
        found = _noun_before(passage, start, names, language, at)
    return found or _last_resort(passage, start, names, language, at, how, floor)


def _last_resort(
    passage: Passage, start: int, names: Sequence[Name], language: LanguageLexicon, at: int, how: str, floor: int
) -> Source | None:
    """Any subject that fills the clause before the verb, else a person named before the clause."""
    plain = plain_subject(passage, floor, at, language) if how == "verb" and start >= floor else None
    if plain is not None:
        words = passage.text[passage.tokens[plain[0]].start : passage.tokens[plain[1]].end]
        return Source(None, None, words, False, at, how)
    if language.noun_capitals and start >= floor and language.has("many_pronouns", passage.tokens[start].low):
        return Source(None, None, passage.tokens[start].text, False, at, how)
    earlier = [n for n in names if n.person and n.last < floor and not is_oblique(passage, n.first, language)]
    return Source(earlier[-1], None, None, False, at, how) if earlier else None


def _head_before(
    passage: Passage, low: int, start: int, names: Sequence[Name], language: LanguageLexicon, at: int
) -> Source | None:
    """The noun whose attribute ends right before the verb, whatever it means: "ein Mitglied des Rats erwartet"."""
    if not language.noun_capitals:
        return None
    for i in range(low, start - 1):
        token = passage.tokens[i]
        if not token.is_capital or is_plain_word(token.low, language):
            continue
        if language.has("not_names", token.low) and not language.has("parts", token.low):
            continue
        if attributes_end(passage.tokens, i, at, language) == start:
            words = group_words(passage, i, names, language, i, at)
            return None if is_oblique(passage, i, language) else Source(None, None, words, False, at, "verb")
    return None


def _noun_before(passage: Passage, i: int, names: Sequence[Name], language: LanguageLexicon, at: int) -> Source | None:
    """A noun directly before the verb, whatever it means: "Kritiker warnen", "many commentators believe"."""
    token = passage.tokens[i]
    if (
        is_oblique(passage, i, language)
        or is_plain_word(token.low, language)
        or not token.is_word
        or language.has("no_source", token.low)
    ):
        return None
    if any(t.text[0].isdigit() for t in passage.tokens[max(0, i - _MEASURE) : i]):
        return None
    noun = token.is_capital if language.noun_capitals else token.low.endswith("s") and len(token.low) > 3
    noun = noun and not language.has("figure_verbs", passage.tokens[at].low)
    return Source(None, None, group_words(passage, i, names, language, verb=at), False, at, "verb") if noun else None


def is_subject(passage: Passage, i: int, source: Source, language: LanguageLexicon) -> bool:
    """Whether the source found at token `i` can be the subject: no preposition opens its noun phrase."""
    return not is_oblique(passage, source.name.first if source.name else i, language)


def _stands_alone(passage: Passage, name: Name, language: LanguageLexicon) -> bool:
    return not is_oblique(passage, name.first, language) and not qualifies(passage, name, language)


def source_at(
    passage: Passage, i: int, names: Sequence[Name], language: LanguageLexicon, at: int, how: str
) -> Source | None:
    """The name, role, group or pronoun at token `i`, as the source of the word at token `at`."""
    token = passage.tokens[i]
    name = next((n for n in names if n.first - len(n.roles) <= i <= n.last), None)
    if name is not None and not (how != "after" and qualifies(passage, name, language)):
        return Source(name, None, None, False, at, how)
    if how != "after" and is_owner(passage, i):
        return None
    noun = _of_noun(passage, i, names, language, at, how)
    if noun is not None:
        return noun
    if passage.has_at(i, "group_pronoun"):
        return Source(None, None, None, True, at, how, many=True)
    if passage.has_at(i, "person_pronoun"):
        many = language.has("plural_too", token.low) and passage.tokens[at].low.endswith("n")
        return Source(None, None, None, True, at, how, many=many)
    return None


def _of_noun(
    passage: Passage, i: int, names: Sequence[Name], language: LanguageLexicon, at: int, how: str
) -> Source | None:
    """The role, epithet or group at token `i`, with whose name follows it behind a comma."""
    token = passage.tokens[i]
    role = is_role(token.low, language) and (token.is_capital or not language.noun_capitals)
    role = role or is_epithet(passage, i, language)
    group = is_group(token.low, language)
    if not (role or group) or (not language.noun_capitals and modifies(passage, i, language)):
        return None
    pointed = points_back(passage, i, language)
    back = pointed and not language.has("bodies", token.low) and is_one(passage, i, language, at)
    if not role or (group and not back) or is_coordinated(passage.tokens, i, language):
        owner = _owner(passage, i, names, language, at, how)
        return owner or Source(None, None, group_words(passage, i, names, language, verb=at), False, at, how, pointed)
    name = house_behind(passage.tokens, i, names, language) or _apposed(passage, i, names, language)
    if name is not None:
        return Source(name, None, None, False, at, how, back)
    whole = group_words(passage, i, names, language, i if language.noun_capitals else 0, at)
    return Source(None, token.text, whole, False, at, how, back)


def _apposed(passage: Passage, i: int, names: Sequence[Name], language: LanguageLexicon) -> Name | None:
    """The name behind the comma after the role at token `i`, which counts as its first: "the chief, Ada Hale"."""
    end = phrase_end(passage, i, language)
    if language.noun_capitals or end + 2 >= len(passage.tokens) or passage.tokens[end + 1].text != ",":
        return None
    name = next((n for n in names if end + 2 in (n.first, n.first - len(n.roles)) and " " in n.text), None)
    return name._replace(first=i) if name else None


def _owner(
    passage: Passage, i: int, names: Sequence[Name], language: LanguageLexicon, at: int, how: str
) -> Source | None:
    """Whose the document at token `i` is: "die Studie der Bank", "ein Papier von Ina Lohr"."""
    start = owner_start(passage.tokens, i, language)
    behind = range(start, min(len(passage.tokens), start + _CLOSE)) if start is not None else range(0)
    for j in behind:
        source = source_at(passage, j, names, language, at, how)
        if source is not None or passage.tokens[j].is_capital:
            return source
    return None


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
            name = next((n for n in names if n.first <= i <= n.last), None)
            if name is not None:
                return Source(name, None, None, False, at, how)
            if language.has("male_articles", tokens[i - 1].low) and passage.has_at(at, "say_verb"):
                return Source(None, tokens[i].text, None, False, at, how, definite=True)
            owner = _owner(passage, i, names, language, at, how)
            words, back = group_words(passage, i, names, language, i, at), points_back(passage, i, language)
            return owner or Source(None, None, words, False, at, how, back)
    return None


def opening_source(passage: Passage, stop: int, names: Sequence[Name], language: LanguageLexicon) -> Source | None:
    """The first person, role, group or pronoun before token `stop` that no preposition makes an object."""
    for i in range(stop):
        source = source_at(passage, i, names, language, stop, "before")
        if source is not None and is_subject(passage, i, source, language):
            return source if source.name is None or source.name.person else None
    return None


def is_plain_word(word: str, language: LanguageLexicon) -> bool:
    """Whether the lower-case `word` can name nobody: an article, a preposition, a pronoun."""
    return word in language.any_of("function_words", "articles", "prepositions", "not_sources", "person_pronouns")
