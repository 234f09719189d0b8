"""Repeats of accepted predictions: restated, changed in probability, date or amount, or contradicted.

A prediction counts once, however often its author repeats it, and a moved goalpost is worth seeing. Two
claims speak of the same event when their content words match and neither has put another word in the place
of one of them; then their polarity, probability, dates and numbers tell how the new claim relates to the
old.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from rapidfuzz import fuzz

from registry.domain.statement_forms import RepeatWords, StatementForm, Term, form_of

Relation = Literal["restates", "changed", "contradicts"]

FLOOR = 0.72
PROBABILITY_STEP = 0.1
DATE_STEP_DAYS = 3
_SAME_CONDITION = 0.6
_LIKE_SPELLING = 88.0
_SHORTEST_FUZZY = 5
_SWAP_PENALTY = 0.6
_LEAST_LETTERS = 40.0


@dataclass(frozen=True, slots=True)
class ClaimRecord:
    """A claim as far as repeats are concerned. `probability` is of the statement as worded, in [0, 1].

    `key` is the caller's own and comes back in the result; `author` is any value that names the author.
    Where nobody has said which `polarity` the wording has, it is read from its denials.
    """

    key: str
    author: str
    statement: str
    language: str
    polarity: Literal["yes", "no"] | None = None
    probability: float | None = None
    due_from: date | None = None
    due_on: date | None = None
    condition: str | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """A part in which two claims differ, as text: polarity, probability, due_on, amount or wording."""

    part: Literal["polarity", "probability", "due_on", "amount", "wording"]
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Repeat:
    """How a new claim relates to the accepted one with that key; `score` in [0, 1] says how alike they are."""

    key: str
    relation: Relation
    score: float
    differences: tuple[Difference, ...]


def find_repeats(
    claim: ClaimRecord, accepted: Sequence[ClaimRecord], words: Mapping[str, RepeatWords]
) -> tuple[Repeat, ...]:
    """The accepted claims of the same author that `claim` repeats, most alike first.

    Claims in a language without words, or in different languages, are not compared.
    """
    spoken = words.get(claim.language)
    if spoken is None:
        return ()
    own = form_of(claim.statement, spoken)
    found = []
    for former in accepted:
        same = former.author == claim.author and former.language == claim.language
        if same and _worth_comparing(former.statement, claim.statement):
            repeat = _compare(former, form_of(former.statement, spoken), claim, own, spoken)
            if repeat is not None:
                found.append(repeat)
    return tuple(sorted(found, key=lambda repeat: (-repeat.score, repeat.key)))


def _worth_comparing(left: str, right: str) -> bool:
    """A cheap look at the letters that spares most pairs the reading of words."""
    return fuzz.token_set_ratio(left.lower(), right.lower()) >= _LEAST_LETTERS


@dataclass(frozen=True, slots=True)
class _Likeness:
    """How alike two forms are, whether a word stands against its opposite, and the words left over."""

    score: float
    opposed: bool
    left: tuple[str, ...]
    right: tuple[str, ...]


def _compare(
    former: ClaimRecord, old: StatementForm, claim: ClaimRecord, new: StatementForm, words: RepeatWords
) -> Repeat | None:
    likeness = _likeness(old, new, words)
    if likeness.score < FLOOR or not _same_condition(former, claim, words):
        return None
    former, claim = _with_polarity(former, old), _with_polarity(claim, new)
    against = (former.polarity != claim.polarity) != likeness.opposed
    differences = list(_differences(former, old, claim, new, against))
    if likeness.left or likeness.right:
        differences.append(Difference("wording", " ".join(likeness.left), " ".join(likeness.right)))
    return Repeat(former.key, _relation(against, differences), round(likeness.score, 4), tuple(differences))


def _with_polarity(claim: ClaimRecord, form: StatementForm) -> ClaimRecord:
    return claim if claim.polarity else replace(claim, polarity="no" if form.denied else "yes")


def _relation(against: bool, differences: Sequence[Difference]) -> Relation:
    parts = {difference.part for difference in differences}
    if against and "polarity" in parts:
        return "contradicts"
    return "changed" if parts & {"probability", "due_on", "amount"} else "restates"


def _differences(
    former: ClaimRecord, old: StatementForm, claim: ClaimRecord, new: StatementForm, against: bool
) -> list[Difference]:
    """The differing parts but the wording.

    A denial that leaves the event as likely as before ("30 % that", "70 % that not") is no difference.
    """
    found: list[Difference] = []
    before, after = former.probability, claim.probability
    turned = 1 - after if after is not None and against else after
    moved = before is not None and turned is not None and abs(before - turned) >= PROBABILITY_STEP - 1e-9
    if against and (moved or before is None or after is None):
        found.append(Difference("polarity", str(former.polarity), str(claim.polarity)))
    elif moved:
        found.append(Difference("probability", f"{before:.2f}", f"{after:.2f}"))
    if former.due_on and claim.due_on and abs((former.due_on - claim.due_on).days) > DATE_STEP_DAYS:
        found.append(Difference("due_on", former.due_on.isoformat(), claim.due_on.isoformat()))
    if old.numbers and new.numbers and old.numbers != new.numbers:
        found.append(Difference("amount", _shown(old.numbers), _shown(new.numbers)))
    return found


def _shown(numbers: Sequence[float]) -> str:
    return ", ".join(f"{number:g}" for number in numbers)


def _same_condition(former: ClaimRecord, claim: ClaimRecord, words: RepeatWords) -> bool:
    """Both without a condition, or with conditions of much the same words."""
    if former.condition is None or claim.condition is None:
        return former.condition is claim.condition
    likeness = _likeness(form_of(former.condition, words), form_of(claim.condition, words), words)
    return likeness.score >= _SAME_CONDITION and not likeness.opposed


def _likeness(old: StatementForm, new: StatementForm, words: RepeatWords) -> _Likeness:
    """Twice the matched weight over the weight of both, cut where each side has a word that the other lacks."""
    rest = list(new.terms)
    matched, opposed, left = 0.0, False, []
    for term in old.terms:
        at, degree, against = _best(term, rest, words)
        if at is None:
            left.append(term)
            continue
        matched += degree * (term.weight + rest[at].weight) / 2
        opposed = opposed != against
        del rest[at]
    whole = sum(term.weight for term in (*old.terms, *new.terms)) / 2
    if whole == 0 or matched == 0:
        return _Likeness(0.0, False, (), ())
    swapped = min(_heaviest(left), _heaviest(rest)) >= 1
    score = matched / whole * (_SWAP_PENALTY if swapped else 1)
    return _Likeness(score, opposed, tuple(t.lemma for t in left), tuple(t.lemma for t in rest))


def _heaviest(terms: Sequence[Term]) -> float:
    return max((term.weight for term in terms), default=0.0)


def _best(term: Term, rest: Sequence[Term], words: RepeatWords) -> tuple[int | None, float, bool]:
    """The term that matches best, how well (0 to 1), and whether it is the opposite."""
    best: tuple[int | None, float, bool] = (None, 0.0, False)
    for at, other in enumerate(rest):
        degree, against = _degree(term.lemma, other.lemma, words)
        if degree > best[1]:
            best = (at, degree, against)
    return best


def _degree(left: str, right: str, words: RepeatWords) -> tuple[float, bool]:
    if left == right:
        return 1.0, False
    if frozenset((left, right)) in words.opposites:
        return 0.95, True
    if any(left in group and right in group for group in words.alike):
        return 0.95, False
    short, long = sorted((left, right), key=len)
    if len(short) < _SHORTEST_FUZZY:
        return 0.0, False
    if long.endswith(short):
        return 0.85, False
    return (0.9, False) if fuzz.ratio(left, right) >= _LIKE_SPELLING else (0.0, False)
