"""The words that drafts of resolution criteria are made of, and what a draft consists of."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

Basis = Literal["stated", "inferred", "supplied"]
PartName = Literal["fact", "window", "source", "no", "annulled"]
CheckName = Literal["who", "what", "when", "how_much", "source"]


@dataclass(frozen=True, slots=True)
class Topic:
    """Words that give away what a statement is about, and the kind of source that decides it, by language."""

    words: tuple[str, ...]
    sources: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class CriteriaLanguage:
    """Sentences, hints and word lists of one language; `day` is the form of a date.

    `moods` are states that nobody can observe, `movements` changes that need a measure, `quantities` words
    of measure, `modals` verbs of possibility; a * at either end of a word stands for any letters.
    """

    months: tuple[str, ...]
    day: str
    default_source: str
    pronouns: frozenset[str]
    moods: tuple[str, ...]
    movements: tuple[str, ...]
    quantities: frozenset[str]
    modals: frozenset[str]
    sentences: Mapping[str, str]
    hints: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class CriteriaWords:
    """Every language by ISO 639-1 code, and the topics in the order in which they are tried."""

    languages: Mapping[str, CriteriaLanguage]
    topics: tuple[Topic, ...]


@dataclass(frozen=True, slots=True)
class ClaimFacts:
    """What is known of a claim when its criteria are drafted.

    `language` is that of the statement. `due_inferred` tells that the date had to be worked out from other
    words than a plain date, `due_alternative` is the last day under another reading. `loose` is a word of
    time without a last day ("in the coming years") with the days after which to look again.
    """

    statement: str
    language: str
    polarity: str
    said_on: date | None = None
    condition: str | None = None
    due_from: date | None = None
    due_on: date | None = None
    due_text: str | None = None
    due_inferred: bool = False
    due_alternative: date | None = None
    loose: tuple[str, int] | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One sentence of the criteria: it stands in the text, was inferred from it, or was supplied."""

    name: PartName
    text: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class Check:
    """One question of the checklist; `hint` says what to add where it is not met."""

    name: CheckName
    met: bool
    hint: str | None


@dataclass(frozen=True, slots=True)
class CriteriaDraft:
    """Draft criteria in `language`: the parts, the whole as one text, the checklist and the grade.

    `grade` is "sharp" (an observable event with a deadline), "soft" (without one) or "vague". An undated
    claim has `review_on` and `horizon_on`, the days on which to look again and to judge at the latest, with
    `horizon_reason`; a dated one has none of the three.
    """

    language: str
    parts: tuple[Part, ...]
    text: str
    checks: tuple[Check, ...]
    grade: Literal["sharp", "soft", "vague"]
    review_on: date | None = None
    horizon_on: date | None = None
    horizon_reason: str | None = None
