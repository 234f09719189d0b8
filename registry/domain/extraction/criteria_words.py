"""The words that drafts of resolution criteria are made of, and what a draft consists of."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from typing import Literal

from registry.domain.extraction.remembering import remembered

Basis = Literal["stated", "inferred", "supplied"]
PartName = Literal["fact", "window", "source", "no", "annulled"]
CheckName = Literal["who", "what", "when", "how_much", "source"]


@dataclass(frozen=True, slots=True)
class WordPatterns:
    """Lower-case words that stand for a whole one, for its head or for its end."""

    whole: frozenset[str]
    heads: tuple[str, ...]
    ends: tuple[str, ...]

    def fits(self, word: str) -> bool:
        """Whether the lower-case word fits one of the patterns."""
        return word in self.whole or word.startswith(self.heads) or word.endswith(self.ends)

    def any_in(self, words: Iterable[str]) -> bool:
        """Whether one of the lower-case words fits."""
        return any(map(self.fits, words))


def patterns_of(words: Iterable[str]) -> WordPatterns:
    """The patterns of words that have a * for any letters at their head or their end."""
    ends = tuple(word[1:] for word in words if word.startswith("*"))
    rest = [word for word in words if not word.startswith("*")]
    heads = tuple(word[:-1] for word in rest if word.endswith("*"))
    return WordPatterns(frozenset(word for word in rest if not word.endswith("*")), heads, ends)


@dataclass(frozen=True, slots=True)
class Topic:
    """Words that give away what a statement is about, and the kind of source that decides it, by language."""

    words: WordPatterns
    sources: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class CriteriaLanguage:
    """Sentences, hints and word lists of one language; `day` is the form of a date.

    `moods` are states that nobody can observe, `movements` changes that need a measure, `quantities` words
    of measure, `modals` verbs of possibility.
    """

    months: tuple[str, ...]
    day: str
    default_source: str
    pronouns: frozenset[str]
    moods: WordPatterns
    movements: WordPatterns
    quantities: frozenset[str]
    modals: frozenset[str]
    sentences: Mapping[str, str]
    hints: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class CriteriaWords:
    """Every language by ISO 639-1 code, and the topics in the order in which they are tried."""

    languages: Mapping[str, CriteriaLanguage]
    topics: tuple[Topic, ...]
    _of_topics: WordPatterns = field(init=False, repr=False, compare=False)
    _topic_of_word: dict[str, int] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Join the words of all topics, since most words of a text belong to none."""
        words = [topic.words for topic in self.topics]
        whole = frozenset[str]().union(*(one.whole for one in words))
        heads, ends = (tuple(chain(*parts)) for parts in ((w.heads for w in words), (w.ends for w in words)))
        object.__setattr__(self, "_of_topics", WordPatterns(whole, heads, ends))

    def topic_of(self, words: Iterable[str]) -> Topic | None:
        """The first topic with one of the lower-case words."""
        first = min(map(self._number, words), default=len(self.topics))
        return self.topics[first] if first < len(self.topics) else None

    def _number(self, word: str) -> int:
        known = self._topic_of_word.get(word)
        if known is None:
            topics = self.topics if self._of_topics.fits(word) else ()
            fitting = (number for number, topic in enumerate(topics) if topic.words.fits(word))
            known = remembered(self._topic_of_word, word, next(fitting, len(self.topics)))
        return known


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
