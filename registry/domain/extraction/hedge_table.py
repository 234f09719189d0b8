"""The hedge table: what words of certainty are worth, with where each figure comes from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:  # the lexicon holds the table, and the table finds its phrases with the lexicon's index
    from registry.domain.extraction.phrases import PhraseIndex

HedgeKind = Literal["graded", "possibility", "ability", "expectation", "fear", "future", "would", "plain"]
KINDS: tuple[HedgeKind, ...] = (
    "graded", "possibility", "ability", "expectation", "fear", "future", "would", "plain",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class HedgeEntry:
    """One phrase with the probability (low, mid, high in [0, 1]) of the event that it speaks of.

    `n` counts the answers behind the figures, 0 where nobody was asked; `source` names where they come
    from. A `negative` entry (unlikely, kaum) makes the statement the negation. `denied` is the probability
    of the negated statement where a negation stands beside the phrase; None means `mid`.
    """

    phrase: str
    language: str
    kind: HedgeKind
    low: float
    mid: float
    high: float
    n: int
    source: str
    version: str
    forms: tuple[str, ...]
    negative: bool = False
    denied: float | None = None


@dataclass(frozen=True, slots=True)
class HedgeWords:
    """What else reading a hedge needs to know of one language; all lower case.

    `chance` are words that make a number beside them a probability, `condition` words that open a condition,
    `contrast` words behind which the weight lies (but, aber), `subordinate` words that open a clause behind a
    comma, `before_relative` words that may stand before those, `complement` those of them that open what is
    claimed, `bare_subordinate` those that do so without one, `main_subject` words with which a main clause behind
    ", and" begins, `joiner` those that add one (and), `alternative` those that offer another (or), `insight` verbs
    whose object clause the speaker takes for true (realise), `namesakes` modal verbs that are also names or months,
    `below` and `above` words before a number that make it a bound. `no_negation` finds the phrases that hold a
    negating word and negate nothing ("not only").
    """

    index: "PhraseIndex"
    numbers: Mapping[str, float]
    fractions: Mapping[str, float]
    chance: frozenset[str]
    negation: frozenset[str]
    condition: frozenset[str]
    contrast: frozenset[str]
    subordinate: frozenset[str]
    before_relative: frozenset[str]
    complement: frozenset[str]
    bare_subordinate: frozenset[str]
    main_subject: frozenset[str]
    joiner: frozenset[str]
    alternative: frozenset[str]
    insight: frozenset[str]
    namesakes: frozenset[str]
    below: tuple[tuple[str, ...], ...]
    above: tuple[tuple[str, ...], ...]
    no_negation: "PhraseIndex"


@dataclass(frozen=True, slots=True)
class HedgeTable:
    """All entries, the words of each language (by ISO 639-1 code), the version and the sources in full."""

    version: str
    entries: tuple[HedgeEntry, ...]
    words: Mapping[str, HedgeWords]
    sources: Mapping[str, str]
    _by_name: dict[tuple[str, str], HedgeEntry] = field(default_factory=dict, init=False, repr=False, compare=False)

    _by_kind: dict[tuple[str, HedgeKind], HedgeEntry] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def entry(self, language: str, phrase: str) -> HedgeEntry | None:
        """The entry of that name in that language, if there is one."""
        if not self._by_name:
            self._by_name.update({(e.language, e.phrase): e for e in reversed(self.entries)})
        return self._by_name.get((language, phrase))

    def of_kind(self, language: str, kind: HedgeKind) -> HedgeEntry | None:
        """The first entry of a kind in a language: the unhedged future, say."""
        if not self._by_kind:
            self._by_kind.update({(e.language, e.kind): e for e in reversed(self.entries)})
        return self._by_kind.get((language, kind))


class HedgeReading(NamedTuple):
    """How sure a clause is of its statement *as worded*, negation included.

    `probability`, `low` and `high` lie in [0, 1], low <= probability <= high. `basis` is "stated" for a
    number in the text, else "hedged". `polarity` is "no" where the statement denies. `phrase` are the words
    as they stand at `span`, offsets into the clause (empty at (0, 0) for a plain statement); `entries` the
    table's phrases that took part.
    """

    phrase: str
    span: tuple[int, int]
    probability: float
    low: float
    high: float
    basis: Literal["stated", "hedged"]
    polarity: Literal["yes", "no"]
    entries: tuple[str, ...]
    version: str
