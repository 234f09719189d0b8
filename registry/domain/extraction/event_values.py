"""Events of an article and the words and public records that they are found with."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal


@dataclass(frozen=True, slots=True)
class Brought:
    """A day that was set late, on `called_on`; until then the event was due `instead`, None where no day was set."""

    called_on: date
    instead: date | None


@dataclass(frozen=True, slots=True)
class Fixture:
    """A recurring event with its last days; `rule` computes them for elections in the United States.

    `words` name it in a text; one of `context` must stand somewhere in the article (empty: no need).
    `contenders` are names by which an undated text gives away which of its days it speaks of, by day.
    `early` holds, by day, those that nobody could know long before.
    """

    family: str
    name: str
    words: tuple[tuple[str, ...], ...]
    context: tuple[tuple[str, ...], ...]
    days: tuple[date, ...]
    rule: Literal["", "us_president", "us_congress"] = ""
    contenders: Mapping[date, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    early: Mapping[date, Brought] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class EventWords:
    """Words by family of event, words that imply one without naming it, and the fixtures.

    `at_hand` are commoner words that do so when the event is near. `pointers` are words before an
    event that show it to be known ("the", "beim"), which families in `proper` do without; `vague` words
    help to date an event but are too common to name one.
    """

    families: Mapping[str, tuple[tuple[str, ...], ...]]
    implied: Mapping[str, tuple[tuple[str, ...], ...]]
    at_hand: Mapping[str, tuple[tuple[str, ...], ...]]
    fixtures: tuple[Fixture, ...]
    pointers: frozenset[str]
    proper: frozenset[str]
    vague: frozenset[str]


@dataclass(frozen=True, slots=True)
class ArticleEvent:
    """An event that the article speaks of and its last day; `source` is "text" or "fixture".

    `start` and `end` delimit the words that dated it in the article (0, 0 for a fixture); `place` is where
    it is held, lower case, as far as the text says so beside the date. `in_year` tells that the article
    names its year ("the 2020 race").
    """

    family: str
    due_on: date
    source: Literal["text", "fixture"]
    start: int
    end: int
    name: str
    place: str = ""
    in_year: bool = False
