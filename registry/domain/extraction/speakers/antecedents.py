"""Whom a pronoun means as a source: "he" and "she" a person named or heard before, "they" a group."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from registry.domain.extraction.lexicon import LanguageLexicon
from registry.domain.extraction.names import is_role
from registry.domain.extraction.tokens import Token

_MEMORY = 8
_CLOSE = 3
_FAR = 60


@dataclass(slots=True)
class Heard:
    """Who was named and who spoke in every sentence so far; `mentions` counts how often the article names each.

    `spoke` holds the person or role that is the source of a sentence, `groups` the group that speaks or that the
    sentence is about, None where there is none; `houses` the institutions that it names,
    `offices` the single institution that speaks.
    """

    mentions: Mapping[str, int]
    persons: list[tuple[str, ...]] = field(default_factory=list)
    spoke: list[str | None] = field(default_factory=list)
    groups: list[str | None] = field(default_factory=list)
    houses: list[tuple[str, ...]] = field(default_factory=list)
    offices: list[str | None] = field(default_factory=list)

    def person(self, k: int) -> str | None:
        """Whom "he" or "she" means in sentence k: the one person near before it, who spoke last, or the main one."""
        near = self.near(k)
        if near is not None:
            return near
        recent = [name for names in self.persons[max(0, k - _MEMORY) : k] for name in names]
        if recent:
            return max(recent, key=lambda name: self.mentions.get(name, 0))
        return next((name for name in reversed(self.spoke[max(0, k - _FAR) : k]) if name is not None), None)

    def near(self, k: int) -> str | None:
        """The one person named in the sentence before sentence k, else who spoke or was named alone close before it."""
        last = set(self.persons[k - 1]) if k else set()
        if k and (spoke := self.spoke[k - 1]) is not None and spoke in self.mentions:
            return spoke
        if len(last) == 1:
            return last.pop()
        for i in range(k - 1, max(-1, k - 1 - _CLOSE), -1):
            found = self.spoke[i] or (self.persons[i][0] if len(set(self.persons[i])) == 1 else None)
            if found is not None:
                return found
        return None

    def group(self, k: int) -> str | None:
        """Whom "they" means in sentence k: the group heard or named last, not far before it."""
        near = range(k - 1, max(-1, k - 1 - _CLOSE), -1)
        return next((name for i in near if (name := self.groups[i]) is not None), None)

    def body(self, k: int) -> str | None:
        """Whom "it" means in sentence k: the group or institution that spoke or was spoken of last, not far before."""
        for i in range(k - 1, max(-1, k - 1 - _CLOSE), -1):
            found = self.groups[i] or (self.houses[i][0] if self.houses[i] else None)
            if found is not None:
                return found
        return None

    def office(self, k: int) -> str | None:
        """Whom "the agency" means in sentence k: the institution that spoke last, not far before it."""
        near = range(k - 1, max(-1, k - 2 - _CLOSE), -1)
        return next((name for i in near if (name := self.offices[i]) is not None), None)

    def house(self, k: int) -> str | None:
        """The only institution named in the nearest sentence before sentence k that names any."""
        near = (set(self.houses[i]) for i in range(k - 1, max(-1, k - 1 - _CLOSE), -1))
        last = next((houses for houses in near if houses), set())
        return last.pop() if len(last) == 1 else None


def is_meant(tokens: Sequence[Token], opening: Sequence[int], antecedent: str, language: LanguageLexicon) -> bool:
    """Whether the pronoun among the tokens `opening` plainly means `antecedent`, a person named in another sentence.

    Not where the sentence names somebody before the pronoun, or speaks of two persons ("He will go, she says").
    """
    at = next((i for i in opening if language.has("subject_pronouns", tokens[i].low)), None)
    words = antecedent.split()
    if at is None or (len(words) == 1 and is_role(antecedent.lower(), language)):
        return False
    told = {t.low for t in tokens if language.has("subject_pronouns", t.low)}
    if len(told) > 1 or any(t.text == words[-1] for t in tokens):
        return False
    no_names = language.any_of("not_names", "function_words", "prepositions")
    return not any(t.is_capital and t.low not in no_names for t in tokens[:at])
