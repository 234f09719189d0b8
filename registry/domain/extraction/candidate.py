"""What the extractor hands back: candidates, the facts about the text, and the trail of how it decided."""

from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from registry.domain.extraction.criteria_words import Check

T = TypeVar("T")

Span = tuple[int, int]
"""Character offsets [start, end) into the text as it was read."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A prediction found in a text, waiting for a person to accept, correct or reject it.

    `probability` and its bounds (0 to 1) are of `statement` as worded, negation included; `polarity` only describes the
    wording. `confidence` (0 to 1) is the extractor's own: how likely this is a prediction at all.
    `speaker` is None where the text names none and no author was given; `attributed` is true when it is somebody other
    than the author of the article. `due_rule` names the rule of the due-date grammar that read `due_text`,
    which stands at `due_place`; `due_precision` is the grain that was named (day, month, ...), `due_inferred` tells
    that something was supplied (a year, the day of an event), `due_alternative` is the last day under another reading.
    A claim without `due_on` has `review_on` and `horizon_on`, the days on which to look again and to judge at the
    latest, with the reason in words, as far as it is known when it was made. `checklist` tells what its criteria say
    and lack, `checklist_grade` ("sharp", "soft", "vague") what follows from that.
    """

    statement: str
    quotes: tuple[Span, ...]
    speaker: str | None
    attributed: bool
    polarity: str
    kind: str
    condition: str | None
    hedge: str | None
    probability: float | None
    probability_low: float | None
    probability_high: float | None
    probability_basis: str | None
    hedge_table_version: str | None
    made_on: date | None
    made_on_basis: str | None
    due_from: date | None
    due_on: date | None
    due_text: str | None
    due_rule: str | None
    criteria: str | None
    grade: str
    confidence: float
    due_place: Span | None = None
    due_precision: str | None = None
    due_inferred: bool = False
    due_alternative: date | None = None
    review_on: date | None = None
    horizon_on: date | None = None
    horizon_reason: str | None = None
    checklist: tuple[Check, ...] = ()
    checklist_grade: str | None = None


@dataclass(frozen=True, slots=True)
class Inferred(Generic[T]):
    """A fact about the article and where it comes from: `given` by the caller or `found` in the text."""

    value: T
    basis: str


@dataclass(frozen=True, slots=True)
class Trace:
    """Why one sentence with a future or modal verb became a candidate or did not.

    `fired` lists (recogniser, words it fired on); `verdict` is "kept", "below threshold" or the reason of a veto.
    """

    span: Span
    verdict: str
    confidence: float
    fired: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything read from one text; `candidates` are sorted by confidence, highest first."""

    candidates: tuple[Candidate, ...]
    language: str
    language_basis: str
    title: Inferred[str] | None
    byline: Inferred[str] | None
    published: Inferred[date] | None
    extractor: str
    extractor_version: str
    notes: tuple[str, ...] = ()
    traces: tuple[Trace, ...] = ()
