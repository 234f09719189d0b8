"""Whom the words of a source mean in their article: a name form, a role, a pronoun, "the bank"."""

from collections.abc import Sequence
from itertools import takewhile

from registry.domain.extraction.lexicon import LanguageLexicon
from registry.domain.extraction.speakers.antecedents import Heard
from registry.domain.extraction.speakers.people import People
from registry.domain.extraction.speakers.source_phrases import Source


def name_of(
    source: Source,
    k: int,
    people: People,
    heard: Heard,
    told: Sequence[tuple[Source, str]],
    language: LanguageLexicon,
    behind: str | None = None,
) -> str | None:
    """The name of a source in sentence k; `told` are the sources before it in its sentence with their names.

    `behind` is who is named first in the sentences behind it: "said a trader. Carl Bond has been at it for years".
    """
    if source.name is not None:
        known = people.known(source.name.surname)
        return known.name if known else source.name.text
    if source.role is not None:
        person = people.in_role(source.role.lower())
        named = person.name if person else heard.near(k) if source.definite else behind
        whole = source.group or source.role
        return named or whole[:1].upper() + whole[1:]
    if source.body:
        inside = next((name for said, name in reversed(told) if not said.pronoun and not said.role), None)
        return inside or heard.body(k)
    if source.pronoun:
        if told and source.how == "verb" and not source.many and not told[-1][0].many:
            return told[-1][1]
        return heard.group(k) if source.many else heard.person(k)
    if language.has("counting", (source.group or "").lower()):
        near = told[-1][1] if told and told[-1][0].many else heard.group(k)
        return near or source.group
    return _institution(source, k, people, heard, language)


def _institution(source: Source, k: int, people: People, heard: Heard, language: LanguageLexicon) -> str | None:
    """The institution that a group of words names in part ("the Bloomberg report"), else the words themselves."""
    group = source.group or ""
    words = group.split()
    if source.definite and len(words) == 1 and words[0].islower():
        return _body(words[0], k, people, heard, language) or group
    if source.definite and len(words) == 1 and language.noun_capitals:
        return _office(words[0].lower(), k, heard, language) or group
    named = [*takewhile(lambda word: not language.has("prepositions", word.lower()), words[:-1])]
    if len(words) == 1 and group[:1].isupper() and not language.noun_capitals:
        whole = people.known(group)
        return whole.name if whole and not any(language.has("partitive", w) for w in whole.name.split()) else group
    return next((people.firsts[word.lower()].name for word in named if word.lower() in people.firsts), group or None)


def _office(word: str, k: int, heard: Heard, language: LanguageLexicon) -> str | None:
    """The institution heard before that a vague "die Behörde" means, or "der Verband" where it is one."""
    last = heard.office(k)
    called = last is not None and any(part.endswith(word) for part in last.lower().split())
    return last if called or language.has("stand_ins", word) else None


def _body(word: str, k: int, people: People, heard: Heard, language: LanguageLexicon) -> str | None:
    """The institution named before that "the bank" or "the company" means: one so called, or the one near."""
    called = people.by_surname.get(word) or people.firsts.get(word)
    if called is not None:
        return called.name
    return heard.house(k) if language.has("house_words", word) else None
