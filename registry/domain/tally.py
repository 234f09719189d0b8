"""Sums over predictions that every figure of a track record is computed from.

All of them are whole numbers, so adding them up gives the same in any order and any grouping: the tally
of a year is the sum of the tallies of its months, to the last unit. Squares, cubes and products of scores are
kept in units of 1e-12, everything else in units of 1e-9; both fit 64 bits for nine million predictions.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from registry.domain.record_rows import RecordRow
from registry.domain.scoring import UNITS, brier_units, is_call, is_hit, log_units, rounded_ratio, units
from registry.domain.vocabulary import Kind, Outcome, Status

SQUARE_UNITS = 10**12
BINS = 10


class Sums(NamedTuple):
    """Counts, and sums over the scored rows; those named `claim_` over rows without a probability."""

    n_open: int = 0
    n_due: int = 0
    n_scored: int = 0
    n_ambiguous: int = 0
    n_annulled: int = 0
    n_without_probability: int = 0
    n_late: int = 0
    n_announcements: int = 0
    n_withdrawn: int = 0
    n_calls: int = 0
    n_hits: int = 0
    brier: int = 0
    brier_square: int = 0
    brier_cube: int = 0
    baseline: int = 0
    baseline_square: int = 0
    brier_baseline: int = 0
    brier_if_low: int = 0
    brier_if_high: int = 0
    log_score: int = 0
    outcome: int = 0
    outcome_square: int = 0
    boldness: int = 0
    n_lead: int = 0
    lead_days: int = 0
    claim_outcome: int = 0
    claim_outcome_square: int = 0
    claim_baseline: int = 0


class BinSums(NamedTuple):
    """Number of scored rows in a bin of probabilities, and sums of their probabilities and outcomes."""

    n: int = 0
    probability: int = 0
    outcome: int = 0


_NOTHING = Sums()
_EMPTY_BINS = (BinSums(),) * BINS


@dataclass(frozen=True, slots=True)
class Tally:
    """Sums over any set of predictions, with ten bins of probabilities. Tallies of disjoint sets add up."""

    sums: Sums = _NOTHING
    bins: tuple[BinSums, ...] = _EMPTY_BINS

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            Sums(*_columns([self.sums, other.sums])),
            tuple(BinSums(*_columns(pair)) for pair in zip(self.bins, other.bins, strict=True)),
        )


def tally(rows: Iterable[RecordRow]) -> Tally:
    """The sums over the rows. Invalid when a probability, share or baseline lies outside [0, 1]."""
    totals = [0] * len(Sums._fields)
    bins = [[0, 0, 0] for _ in range(BINS)]
    for row in rows:
        for index, amount in enumerate(sums_of(row)):
            totals[index] += amount
        if is_scored(row):
            _add_to_bin(bins, row)
    return Tally(Sums(*totals), tuple(BinSums(*each) for each in bins))


def is_scored(row: RecordRow) -> bool:
    """Whether the row enters the scores: resolved with a value and a probability, and no announcement."""
    return (
        row.status is Status.resolved
        and row.kind is not Kind.announcement
        and row.probability is not None
        and row.value is not None
    )


def sums_of(row: RecordRow) -> Sums:
    """What one row adds to the sums."""
    if row.status is Status.withdrawn:
        return Sums(n_withdrawn=1)
    if row.kind is Kind.announcement:
        return Sums(n_announcements=1)
    late = int(row.late)
    match row.status, row.outcome:
        case Status.open, _:
            return Sums(n_open=1, n_late=late)
        case Status.due, _:
            return Sums(n_due=1, n_late=late)
        case _, Outcome.ambiguous:
            return Sums(n_ambiguous=1, n_late=late)
        case _, Outcome.annulled:
            return Sums(n_annulled=1, n_late=late)
    return _sums_of_resolved(row, late)


def bin_index(probability: float) -> int:
    """The bin of a probability: tenths, the lower end belonging to the bin, 1 to the last one."""
    # The tiny amount keeps 0.3 in its bin however the float happened to be computed.
    return min(int(10 * probability + 1e-9), BINS - 1)


def _sums_of_resolved(row: RecordRow, late: int) -> Sums:
    value = 0.0 if row.value is None else row.value
    outcome, baseline = units(value), brier_units(row.baseline_or_evens, value)
    if row.probability is None:
        return Sums(
            n_without_probability=1,
            n_late=late,
            claim_outcome=outcome,
            claim_outcome_square=_product(outcome, outcome),
            claim_baseline=baseline,
        )
    low, high = row.band
    return _scored(row.probability, low, high, row.baseline_or_evens, value)._replace(
        n_late=late, n_lead=int(row.lead_days is not None), lead_days=row.lead_days or 0
    )


@lru_cache(maxsize=10_000)
def _scored(probability: float, low: float, high: float, baseline: float, value: float) -> Sums:
    """The sums of one scored row, its days left out; people give few different numbers."""
    outcome, evens = units(value), brier_units(baseline, value)
    brier = brier_units(probability, value)
    call = is_call(low, high, value)
    return Sums(
        n_scored=1,
        n_calls=int(call),
        n_hits=int(call and is_hit(probability, value)),
        brier=brier,
        brier_square=_product(brier, brier),
        brier_cube=_product(_product(brier, brier), brier, UNITS),
        baseline=evens,
        baseline_square=_product(evens, evens),
        brier_baseline=_product(brier, evens),
        brier_if_low=brier_units(low, value),
        brier_if_high=brier_units(high, value),
        log_score=log_units(probability, value),
        outcome=outcome,
        outcome_square=_product(outcome, outcome),
        boldness=abs(units(probability) - units(baseline)),
    )


def _add_to_bin(bins: list[list[int]], row: RecordRow) -> None:
    if row.probability is not None and row.value is not None:
        place = bins[bin_index(row.probability)]
        place[0] += 1
        place[1] += units(row.probability)
        place[2] += units(row.value)


def _product(one: int, other: int, shrink: int = UNITS * UNITS // SQUARE_UNITS) -> int:
    """A product in units of 1e-12; `shrink` is what the units of the factors make too much of it."""
    return rounded_ratio(one * other, shrink)


def _columns(rows: Sequence[Sequence[int]]) -> list[int]:
    return [sum(column) for column in zip(*rows, strict=True)]
