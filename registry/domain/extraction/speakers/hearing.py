"""What a sentence leaves in memory of whom it names and who speaks in it, for the pronouns behind it."""

from collections.abc import Sequence
from operator import itemgetter

from registry.domain.extraction.lexicon import LanguageLexicon
from registry.domain.extraction.names import Name
from registry.domain.extraction.passage import Passage
from registry.domain.extraction.remembering import once
from registry.domain.extraction.speakers.antecedents import Heard
from registry.domain.extraction.speakers.epithets import is_epithet
from registry.domain.extraction.speakers.groups import is_group, opening_group
from registry.domain.extraction.speakers.noun_attributes import is_office
from registry.domain.extraction.speakers.noun_phrases import is_owner
from registry.domain.extraction.speakers.people import People
from registry.domain.extraction.speakers.source_phrases import Source, source_at

_OPENING = 5


def remember(
    heard: Heard,
    people: People,
    passage: Passage,
    names: Sequence[Name],
    named: Sequence[tuple[Source, str]],
    quoted: bool,
    language: LanguageLexicon,
) -> None:
    """Note whom the sentence names and who speaks in it; what stands in quotation marks alone names nobody anew."""
    spoken_of = quoted and not named
    told = [_person_of(n, passage, people, language) for n in names if n.person and not spoken_of]
    persons = [name for name in told if name is not None]
    speaking = [
        (source.name is None, name)
        for source, name in named
        if may_be_person(source, language) and not _has_article(source, passage, language)
    ]
    spoke = min(speaking, key=itemgetter(0))[1] if speaking else None
    if spoke is not None and spoke not in persons and named[0][0].name is not None:
        persons.append(spoke)
    heard.persons.append(once(tuple(persons or _newcomer(passage, names, named, quoted, language))))
    group = next((name for source, name in named if _is_body(source, language)), None)
    heard.groups.append(group or opening_group(passage, names, language))
    heard.spoke.append(spoke)
    heard.offices.append(next((name for source, name in named if _is_office(source, name, language)), None))
    heard.houses.append(tuple(n.text for n in names if _is_house(n, passage, language)))


def _newcomer(
    passage: Passage,
    names: Sequence[Name],
    named: Sequence[tuple[Source, str]],
    quoted: bool,
    language: LanguageLexicon,
) -> list[str]:
    """Whom a sentence brings in without a name, so that "he" may mean them: "A diplomat who was there left"."""
    tokens = passage.tokens
    if named or quoted or not language.has("newcomer_articles", tokens[0].low):
        return []
    for i, token in enumerate(tokens[1:_OPENING], 1):
        if not token.is_word or language.has("prepositions", token.low):
            return []
        source = source_at(passage, i, names, language, i, "before")
        if source is not None:
            whole = source.group or ""
            return [whole[:1].upper() + whole[1:]] if source.role is not None and whole else []
    return []


def _has_article(source: Source, passage: Passage, language: LanguageLexicon) -> bool:
    """Whether "the" before a name tells that it is no person's, where nouns have no capitals."""
    if source.name is None or source.name.person or language.noun_capitals or not source.name.first:
        return False
    return language.has("articles", passage.tokens[source.name.first - 1].low)


def _is_body(source: Source, language: LanguageLexicon) -> bool:
    """Whether the source is a group or an institution, so that "they" or "it" may mean it."""
    if source.name is None:
        return source.role is None and (source.group is not None or source.body)
    return not language.noun_capitals and not may_be_person(source, language)


def _is_office(source: Source, name: str, language: LanguageLexicon) -> bool:
    """Whether a single institution speaks, which a noun may mean in the next sentences ("die Behörde")."""
    if not language.noun_capitals or source.role is not None or source.pronoun:
        return False
    head = next((word for word in name.split() if word[0].isupper()), "")
    named = source.name is not None and not may_be_person(source, language)
    return named or is_office(head.lower(), language)


def _is_house(name: Name, passage: Passage, language: LanguageLexicon) -> bool:
    """Whether a name of several words can be that of an institution: no preposition makes a place of it."""
    before = passage.tokens[name.first - 1].low if name.first else ""
    if name.roles or language.has("given_names", name.text.split()[0].lower()):
        return False
    if name.person and not language.has("articles", before):
        return False
    if " " not in name.text or name.text.isupper() or language.has("place_prepositions", before):
        return name.first > 1 and language.has("shares", passage.tokens[name.first - 2].low)
    return True


def _person_of(name: Name, passage: Passage, people: People, language: LanguageLexicon) -> str | None:
    """The person of a name, or whom it tells to be somebody's ("Ada Hale's widow")."""
    known = people.known(name.surname)
    relative = name.last + 2
    if known is None or not is_owner(passage, name.last) or not is_epithet(passage, relative, language):
        return known.name if known else None
    return f"{known.name}'s {passage.tokens[relative].text}"


def may_be_person(source: Source, language: LanguageLexicon) -> bool:
    """Whether the source is a role or a name that holds no word for a group, so that "he" may mean it."""
    if source.name is None:
        return source.role is not None or (source.pronoun and not source.body)
    words = source.name.text.lower().split()
    return source.name.person or (len(words) > 1 and not any(is_group(word, language) for word in words))
