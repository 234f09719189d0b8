"""How well stated probabilities match what happened: ten bins, reliability, resolution, uncertainty.

All of it is over statements as worded, so it changes when a statement is turned into its negation. It is
shown and never ranked by. Reliability, resolution and uncertainty are the terms of Murphy (1973); since
probabilities vary inside a bin they do not add up to the Brier score exactly.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum

from registry.domain.intervals import wilson
from registry.domain.scoring import UNITS
from registry.domain.tally import BinSums


@dataclass(frozen=True, slots=True)
class CalibrationBin:
    """Predictions with a probability in [low, high): how many, their mean, and how often they came true.

    The last bin holds 1 as well. Mean, frequency and its 95 % interval (Wilson) are None while it is empty.
    """

    low: float
    high: float
    n: int
    mean_probability: float | None
    frequency: float | None
    frequency_low: float | None
    frequency_high: float | None


@dataclass(frozen=True, slots=True)
class Decomposition:
    """Murphy's terms, each in [0, 1]; all None while nothing is scored.

    `reliability`: mean squared distance of the bins' mean probability from their frequency, 0 best.
    `resolution`: mean squared distance of the bins' frequency from the overall one, more is better.
    `uncertainty`: variance of the outcomes, which no author controls.
    """

    reliability: float | None = None
    resolution: float | None = None
    uncertainty: float | None = None


def calibration_bins(bins: Sequence[BinSums]) -> tuple[CalibrationBin, ...]:
    """The bins with their figures, from low to high probabilities, empty ones included."""
    return tuple(_bin(index / len(bins), (index + 1) / len(bins), each) for index, each in enumerate(bins))


def decompose(bins: Sequence[BinSums]) -> Decomposition:
    """Reliability, resolution and uncertainty over all bins."""
    n = sum(each.n for each in bins)
    if n == 0:
        return Decomposition()
    outcome = sum(each.outcome for each in bins)
    filled = [each for each in bins if each.n]
    # Σ n_k (a_k / n_k - b_k / n_k)² / n, brought to one exact division of whole numbers per bin.
    misses = [(each.probability - each.outcome) ** 2 / (each.n * n * UNITS**2) for each in filled]
    spreads = [(each.outcome * n - outcome * each.n) ** 2 / (each.n * n**3 * UNITS**2) for each in filled]
    return Decomposition(
        reliability=fsum(misses),
        resolution=fsum(spreads),
        uncertainty=outcome * (n * UNITS - outcome) / (n * UNITS) ** 2,
    )


def _bin(low: float, high: float, each: BinSums) -> CalibrationBin:
    interval = wilson(each.outcome / UNITS, each.n)
    if interval is None:
        return CalibrationBin(low, high, 0, None, None, None, None)
    whole = each.n * UNITS
    return CalibrationBin(
        low, high, each.n, each.probability / whole, each.outcome / whole, interval.low, interval.high
    )
