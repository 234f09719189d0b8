"""Who appears in an article: name forms joined, roles remembered, so that "he" and "the minister" find a person."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from registry.domain.extraction.names import Name

_SHORTEST_ROLE = 4
_ARTICLES = ("al-", "el-", "Al-", "El-")


@dataclass(slots=True)
class Person:
    """One person or institution; `name` is the fullest form met so far."""

    name: str
    surname: str
    roles: set[str] = field(default_factory=set)


@dataclass(slots=True)
class People:
    """The persons of one article while it is read; `parts` leads from every word of a full name to its person.

    `firsts` leads from the first word of an institution to its full name ("Goldman" to "Goldman Sachs").
    """

    by_surname: dict[str, Person] = field(default_factory=dict)
    parts: dict[str, Person] = field(default_factory=dict)
    firsts: dict[str, Person] = field(default_factory=dict)
    mentions: dict[str, int] = field(default_factory=dict)
    by_role: dict[str, Person] = field(default_factory=dict)

    def meet(self, name: Name) -> Person:
        """The person of this name form, made known where it is new."""
        surname = _plain(name.surname)
        person = self.by_surname.get(surname)
        if person is None:
            person = self.by_surname[surname] = Person(_clean(name.text), surname)
        elif len(name.text.split()) > len(person.name.split()) and _plain(person.name.split()[0]) in _plain(name.text):
            person.name = _clean(name.text)
        person.roles.update(name.roles)
        for role in name.roles:
            stem = _stem(role)
            self.by_role.update({stem[cut:]: person for cut in range(max(1, len(stem) - _SHORTEST_ROLE + 1))})
        if name.person and (len(name.text.split()) > 1 or name.first > 0):
            for part in name.text.split():
                self.parts.setdefault(_plain(part), person)
                if part.startswith(_ARTICLES):
                    self.parts.setdefault(_plain(part[len(_ARTICLES[0]) :]), person)
        if not name.person and len(name.text.split()) > 1:
            self.firsts.setdefault(_plain(name.text.split()[0]), person)
        return person

    def count(self, names: Iterable[Name]) -> None:
        """Note how often each person is named, bare surnames included: whom a pronoun far from a name means."""
        for name in names:
            person = self.known(name.surname)
            if person is not None:
                self.mentions[person.name] = self.mentions.get(person.name, 0) + 1

    def known(self, word: str) -> Person | None:
        """The person whose surname, or else part of the name, is `word`."""
        plain = _plain(word)
        return self.by_surname.get(plain) or self.parts.get(plain) or self.firsts.get(plain)

    def in_role(self, role: str) -> Person | None:
        """The last person made known with this role, or with a longer one that ends in it."""
        return self.by_role.get(_stem(role))

    @property
    def surnames(self) -> frozenset[str]:
        """Lower-case surnames of those who are surely persons, and the names of their parts."""
        return frozenset(self.parts)


def meet_all(people: People, names: Iterable[Name]) -> None:
    """Make all names known, full forms first, so that a headline's surname joins the full name below it."""
    for name in sorted(names, key=lambda n: -len(n.text.split())):
        people.meet(name)


def _clean(name: str) -> str:
    return name.removesuffix("'s").removesuffix("’s").strip()


def _plain(word: str) -> str:
    return _clean(word).lower().rstrip("'’")


def _stem(role: str) -> str:
    """A role without the endings of case and gender, so that "Meteorologen" finds the "DWD-Meteorologe"."""
    plain = role.rsplit("-", 1)[-1]
    for ending in ("nen", "en", "in", "n", "e", "s"):
        if plain.endswith(ending) and len(plain) - len(ending) >= 4:
            return plain[: -len(ending)]
    return plain
