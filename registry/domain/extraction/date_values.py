"""What the date grammar reads with (words and rules, given as data) and what it returns."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple

Role = Literal["deadline", "start", "past", "unresolved"]
Precision = Literal[
    "day", "weekend", "week", "month", "quarter", "season", "half_year", "year", "term", "decade", "century"
]


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days, both ends inclusive, with the grain in which it was named.

    `inferred` is true when the text left something out that had to be supplied (the year, mostly).
    `other` is the second reading of an ambiguous wording.
    """

    first: date
    last: date
    precision: Precision
    inferred: bool = False
    other: "Period | None" = None
    past: bool = False


@dataclass(frozen=True, slots=True)
class DueDate:
    """One date expression with the window that it opens or closes.

    `role` is "deadline" (the window ends on `due_on`), "start" (it only opens, on `due_from`), "past" (the
    words point before the day they were said) or "unresolved" (relative words without a day to count from).
    `start` and `end` are character offsets [start, end) into the text that was read; `text` is that slice.
    `rule` names the rule of the language file. `alternative` is the last day under the other reading, `eve` that
    up to which what starts in the period has not started yet.
    """

    due_from: date | None
    due_on: date | None
    precision: Precision
    start: int
    end: int
    text: str
    rule: str
    role: Role
    inferred: bool = False
    alternative: date | None = None
    frame: str = "bare"
    eve: date | None = None

    def other_ending(self, said_on: date | None) -> date | None:
        """The last day under the other reading, if that one is still to come on the day said."""
        passed = said_on is not None and self.alternative is not None and self.alternative < said_on
        return None if passed else self.alternative


@dataclass(frozen=True, slots=True)
class Element:
    """One step of a pattern: literal words or a word class, once or not at all."""

    words: frozenset[str]
    word_class: str
    optional: bool


@dataclass(frozen=True, slots=True)
class DateRule:
    """A pattern over tokens and the name of the arithmetic that turns what it caught into a period.

    `frames` names the kinds of preposition under which it may stand, "bare" for none. `needs_year` asks for
    a year in the words ("second half of 2027"). `argument` is handed to the arithmetic: the name of a
    holiday.
    """

    id: str
    make: str
    elements: tuple[Element, ...]
    frames: frozenset[str]
    needs_year: bool = False
    argument: str = ""


class Begun(NamedTuple):
    """The rules that can begin with one word, in their order, each with the words that can follow.

    `behind` are those of all of them, `known` the rules for a following word as far as they were asked for.
    """

    rules: tuple[tuple[DateRule, frozenset[str]], ...]
    behind: frozenset[str]
    known: dict[str, tuple[DateRule, ...]]


@dataclass(frozen=True, slots=True)
class Frame:
    """Words before a period and what they make of it: in, by, before, after, from, since, within, for."""

    words: tuple[str, ...]
    kind: str


@dataclass(frozen=True, slots=True)
class DateWords:
    """The date vocabulary of one language. Loaded by `registry.lexicon.dates`.

    `classes` maps a word class to its words (lower case) and their values; words of a class in
    `capitalised` count only when written with a capital, those in `lower_case` only without (a sentence's
    first word excepted). `frames` is keyed by first word, `openers` are the words at which an expression
    can begin, one sign for all numbers among them, `year_references` are words after a period and their distance in
    years ("of next year": 1), by the first of them.
    `counted` holds nouns that turn a four-digit number before them into a count, `unless_followed` words that show
    the word before them to be no date ("the fall of"). `loose` are words of time without a last day, with the days
    after which to look again. `reports` are verbs of reporting, `later` words for a time after another, `back` and
    `back_to_day` words that point to a date named before, `previews` words of a title that announces predictions,
    `conditions` words that open a condition, `futures` verbs of the future, `auxiliaries` those of past tenses,
    `superlatives` words before which "in nine years" looks back, `pasts` and `past_endings` verbs of past tenses
    and their endings, `compared` words before a date that is only compared with, except behind one of
    `not_compared`, `not_before` words that open a date before which nothing will happen, `day_verbs` verbs of which
    a weekday is the subject, `day_followers` words that can follow a day of the month ("the 27th"), `leading_over`
    words that open what is reported, `sequence` those that open what comes next, `beginnings` words beside a day on
    which something begins, `passives` auxiliaries of a passive that is yet to come, `main_verbs` verbs that show a
    condition to be over, `no_conditions` phrases that only look like one, `percent` signs of odds, `hanging`
    relative words and `joining` conjunctions that tie a clause to the one before, `indefinite` words before a
    weekday that is one of many, `lasting` words that tell how long something takes.
    """

    language: str
    classes: Mapping[str, Mapping[str, int]]
    capitalised: frozenset[str]
    lower_case: frozenset[str]
    frames: Mapping[str, tuple[Frame, ...]]
    rules: tuple[DateRule, ...]
    openers: frozenset[str]
    year_references: Mapping[str, tuple[tuple[tuple[str, ...], int], ...]]
    glue: frozenset[str]
    joiners: frozenset[str]
    counted: frozenset[str]
    unless_followed: Mapping[str, frozenset[str]]
    next_is_following_week: bool
    loose: Mapping[str, int]
    reports: frozenset[str]
    later: tuple[str, ...]
    back: tuple[str, ...]
    back_to_day: tuple[str, ...]
    sequence: frozenset[str]
    previews: tuple[str, ...]
    conditions: frozenset[str]
    futures: frozenset[str]
    weather: frozenset[str]
    after: tuple[str, ...]
    auxiliaries: frozenset[str]
    superlatives: frozenset[str]
    pasts: frozenset[str]
    past_endings: tuple[str, ...]
    compared: frozenset[str]
    not_compared: frozenset[str]
    not_before: tuple[str, ...]
    day_verbs: frozenset[str]
    day_followers: frozenset[str]
    leading_over: frozenset[str]
    main_verbs: frozenset[str]
    beginnings: frozenset[str]
    passives: frozenset[str]
    no_conditions: tuple[str, ...]
    percent: tuple[str, ...]
    hanging: frozenset[str]
    joining: frozenset[str]
    indefinite: frozenset[str]
    lasting: tuple[str, ...]
    seconds: dict[str, frozenset[str]] = field(default_factory=dict, init=False, repr=False, compare=False)
    rules_by_word: dict[str, Begun] = field(default_factory=dict, init=False, repr=False, compare=False)
    frames_by_second: dict[str, dict[str, tuple[Frame, ...]]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
