"""Intervals by resampling: what the record might have been, had chance dealt the same author other questions.

Bias-corrected and accelerated (BCa; Efron 1987, J. Am. Stat. Assoc. 82:171). They follow skewed scores better
than the symmetric t interval and cost more, so they belong to the detailed view of one author.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from registry.domain.intervals import LEVEL, Interval

REPLICATES = 2000
_AT_ONCE = 2_000_000


@dataclass(frozen=True, slots=True)
class ResampledIntervals:
    """Intervals of the mean Brier score and of the skill; `skill` is None where the baseline never erred."""

    brier: Interval
    skill: Interval | None


def bootstrap(
    scores: Sequence[tuple[int, int]], *, seed: int, replicates: int = REPLICATES, level: float = LEVEL
) -> ResampledIntervals | None:
    """Intervals from the Brier scores of author and baseline of each row, both in units of 1e-9.

    The same rows, in any order, and the same seed give the same intervals. None for fewer than two rows.
    """
    if len(scores) < 2:
        return None
    table = np.array(sorted(scores), dtype=np.float64) / 1e9
    drawn = _resampled_means(table, seed, replicates)
    left_out = (table.sum(axis=0) - table) / (len(table) - 1)
    mean = table.mean(axis=0)
    brier = _bca(mean[0], drawn[:, 0], left_out[:, 0], level)
    if not (drawn[:, 1].all() and left_out[:, 1].all()):
        return ResampledIntervals(brier, None)
    skill = _bca(1 - mean[0] / mean[1], _skill(drawn), _skill(left_out), level)
    return ResampledIntervals(brier, skill)


def _resampled_means(table: NDArray[np.float64], seed: int, replicates: int) -> NDArray[np.float64]:
    """The means of `replicates` tables of the same length, drawn from the rows with replacement."""
    chance, n = np.random.default_rng(seed), len(table)
    step = max(1, _AT_ONCE // n)
    parts = [
        table[chance.integers(0, n, size=(min(step, replicates - done), n))].mean(axis=1)
        for done in range(0, replicates, step)
    ]
    return np.concatenate(parts)


def _skill(means: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(1 - means[:, 0] / means[:, 1])


def _bca(estimate: float, drawn: NDArray[np.float64], left_out: NDArray[np.float64], level: float) -> Interval:
    normal = NormalDist()
    # Ties count half, and never all or nothing: the correction stays finite.
    below = (np.sum(drawn < estimate) + np.sum(drawn == estimate) / 2 + 0.5) / (len(drawn) + 1)
    bias = normal.inv_cdf(float(below))
    apart = left_out.mean() - left_out
    spread = float(np.sum(apart**2))
    skew = float(np.sum(apart**3)) / (6 * spread**1.5) if spread > 0 else 0.0
    ends = []
    for share in ((1 - level) / 2, (1 + level) / 2):
        shifted = bias + normal.inv_cdf(share)
        ends.append(normal.cdf(bias + shifted / (1 - skew * shifted)))
    low, high = np.quantile(drawn, ends)
    return Interval(float(low), float(high))
