"""The CORP reliability curve: how often things happen where an author says p, without choosing bins.

Consistent, optimally binned, reproducible, and by the pool-adjacent-violators algorithm: the frequencies
are the isotonic regression of outcomes on probabilities, so they rise with what was said and nothing has
to be chosen (Dimitriadis, Gneiting, Jordan 2021, PNAS 118(8) e2016191118). The Brier score then splits
exactly:

    brier = miscalibration - discrimination + uncertainty

Like all calibration it is over statements as worded: shown, never ranked by.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

BAND_LEVEL = 0.9
REPLICATES = 200

Pair = tuple[float, float]
"""Probability and outcome of one scored prediction, both in [0, 1]."""


@dataclass(frozen=True, slots=True)
class CorpPoint:
    """One probability that was said: how often, and the calibrated frequency that belongs to it.

    `band_low` and `band_high` bound the frequencies that chance alone would give a perfectly calibrated
    author.
    """

    probability: float
    n: int
    frequency: float
    band_low: float
    band_high: float


@dataclass(frozen=True, slots=True)
class CorpCurve:
    """The curve from low to high probabilities, and the terms of the Brier score.

    `miscalibration` (0 best) is what the author would gain by saying the curve's frequencies instead;
    `discrimination` (more is better) is what those gain over always saying the base rate.
    """

    points: tuple[CorpPoint, ...]
    miscalibration: float
    discrimination: float
    uncertainty: float


def corp_curve(
    pairs: Sequence[Pair], *, seed: int, replicates: int = REPLICATES, level: float = BAND_LEVEL
) -> CorpCurve | None:
    """The curve of the pairs, with a consistency band from `replicates` simulated calibrated authors.

    The same pairs, in any order, and the same seed give the same band. None without pairs.
    """
    if not pairs:
        return None
    said, outcome = np.array(sorted(pairs)).T
    probability, first, count = np.unique(said, return_index=True, return_counts=True)
    frequency = _isotonic(outcome, first, count)
    band = _band(probability, count, seed, replicates, level)
    fitted = np.repeat(frequency, count)
    base_rate = outcome.mean()
    brier, calibrated, uncertainty = (float(np.mean((guess - outcome) ** 2)) for guess in (said, fitted, base_rate))
    columns = zip(probability, count, frequency, *band, strict=True)
    return CorpCurve(
        points=tuple(CorpPoint(float(p), int(n), float(f), float(a), float(b)) for p, n, f, a, b in columns),
        miscalibration=brier - calibrated,
        discrimination=uncertainty - calibrated,
        uncertainty=uncertainty,
    )


def _isotonic(outcome: NDArray[np.float64], first: NDArray[np.int64], count: NDArray[np.int64]) -> NDArray[np.float64]:
    """Rising frequencies, one per distinct probability, closest to the outcomes in weighted squares."""
    # Imported here because only the detailed view of a record needs it.
    from scipy.optimize import isotonic_regression

    means = np.add.reduceat(outcome, first) / count
    return np.asarray(isotonic_regression(means, weights=count).x)


def _band(
    probability: NDArray[np.float64], count: NDArray[np.int64], seed: int, replicates: int, level: float
) -> NDArray[np.float64]:
    """Low and high quantile, per probability, of the curves of simulated authors who mean what they say."""
    from scipy.optimize import isotonic_regression

    chance = np.random.default_rng(seed)
    hits = chance.binomial(count, probability, size=(replicates, len(count)))
    curves = [isotonic_regression(each / count, weights=count).x for each in hits]
    return np.asarray(np.quantile(curves, [(1 - level) / 2, (1 + level) / 2], axis=0))
