"""Means, skill and their intervals, each computed from the sums of a tally by one division."""

import statistics
from collections.abc import Sequence
from math import fsum, inf

from registry.domain.intervals import Interval, t_on_mean, within
from registry.domain.scoring import UNITS
from registry.domain.tally import SQUARE_UNITS, Sums

FEWEST = 20
SKEWNESS_FACTOR = 8

_SQUARES = UNITS * UNITS // SQUARE_UNITS


def mean(total: int, n: int) -> float | None:
    """The mean of n values that were summed up in units of 1e-9; None for n = 0."""
    return total / (n * UNITS) if n else None


def brier_interval(sums: Sums) -> Interval | None:
    """Student's interval of the mean Brier score, within [0, 1]; None for fewer than two scored rows."""
    n = sums.n_scored
    if n < 2:
        return None
    spread = n * sums.brier_square * _SQUARES - sums.brier**2
    variance = max(0, spread) / (n * (n - 1) * UNITS**2)
    return within(t_on_mean(sums.brier / (n * UNITS), variance, n), 0.0, 1.0)


def too_few(sums: Sums) -> bool:
    """Whether the intervals of the scores cannot be relied on yet.

    True for fewer than 20 scored rows, for rows that all score alike, and while n < 8 times the squared
    skewness of the Brier scores: somebody who is nearly always right by much has too few misses to tell
    how often they come. (The rule is of the kind of Cochran 1977, section 2.15; with the factor 8
    the remaining intervals cover 93 to 96 % for authors whose probabilities vary; see docs/scores.md for others.)
    """
    n = sums.n_scored
    if n < FEWEST:
        return True
    first = sums.brier / (n * UNITS)
    second, third = (total / (n * SQUARE_UNITS) for total in (sums.brier_square, sums.brier_cube))
    variance = second - first**2
    # Squares are kept to 1e-12: a variance near that is none.
    if variance < 1e-11:
        return True
    skewness: float = (third - 3 * first * second + 2 * first**3) / variance**1.5
    return n < SKEWNESS_FACTOR * skewness**2


def skill(brier: int, baseline: int) -> float | None:
    """1 - brier / baseline: 1 is perfect, 0 no better than the baseline, below 0 worse.

    None where the baseline made no error, so that nothing could be better.
    """
    return 1 - brier / baseline if baseline else None


def skill_row_variance(sums: Sums) -> float | None:
    """Variance of a single row's part in the skill; the skill of n rows has this divided by n.

    The skill is a ratio of two means, so that is the variance of brier - ratio * baseline over the mean
    baseline squared (linearisation; Cochran 1977, section 2.11). None for fewer than two scored rows or a
    faultless baseline.
    """
    n = sums.n_scored
    if n < 2 or not sums.baseline:
        return None
    ratio = sums.brier / sums.baseline
    squares = sums.brier_square - 2 * ratio * sums.brier_baseline + ratio * ratio * sums.baseline_square
    return max(0.0, squares / SQUARE_UNITS) / (n - 1) / (sums.baseline / (n * UNITS)) ** 2


def skill_interval(sums: Sums) -> Interval | None:
    """Student's interval of the skill, at most 1; None where `skill_row_variance` is.

    With one baseline for all rows it is the interval of the mean Brier score on another scale.
    """
    variance, value = skill_row_variance(sums), skill(sums.brier, sums.baseline)
    if variance is None or value is None:
        return None
    return within(t_on_mean(value, variance, sums.n_scored), -inf, 1.0)


def base_brier(sums: Sums) -> float | None:
    """Brier score of always saying the author's own base rate: the variance of the outcomes, in [0, 0.25]."""
    n = sums.n_scored
    if n == 0:
        return None
    return max(0, n * sums.outcome_square * _SQUARES - sums.outcome**2) / (n * UNITS) ** 2


def brier_skill(sums: Sums) -> float | None:
    """1 - brier / base_brier; None where all outcomes are alike and the base rate is therefore faultless."""
    reference = base_brier(sums)
    return 1 - sums.brier / (sums.n_scored * UNITS) / reference if reference else None


def peer_interval(scores: Sequence[float]) -> Interval | None:
    """Student's interval of the mean of peer scores; None for fewer than two."""
    if len(scores) < 2:
        return None
    return t_on_mean(fsum(scores) / len(scores), statistics.variance(scores), len(scores))
