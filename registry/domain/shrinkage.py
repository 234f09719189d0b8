"""Records of few predictions, drawn towards what authors are like in general (empirical Bayes).

Somebody with five predictions and a skill of 0.8 was probably lucky. The model: an author's true skill θ
comes from a normal distribution of all authors with mean μ and variance τ², and the record shows θ with
the error variance v = σ² / n. The best guess of θ is then

    μ + w (skill - μ),  w = τ² / (τ² + v)

which is close to the record for many predictions and close to μ for few. σ² is pooled over all authors,
since a short record does not tell its own spread; τ² solves Paule and Mandel's equation (1982, J. Res.
NBS 87:377). The interval adds the error of μ to that of θ (Morris 1983, J. Am. Stat. Assoc. 78:47).
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from registry.domain.intervals import LEVEL, Interval

Numbers = NDArray[np.float64]
_Z = NormalDist().inv_cdf((1 + LEVEL) / 2)

FEWEST_AUTHORS = 3
"""With fewer authors nothing can be said about authors in general."""


@dataclass(frozen=True, slots=True)
class RawSkill:
    """One author's record: scored rows (1 or more), skill, and the variance of a single row's part in it."""

    author: Hashable
    n: int
    skill: float
    row_variance: float | None


@dataclass(frozen=True, slots=True)
class ShrunkSkill:
    """The same author drawn towards the others; `weight` in [0, 1] is what the own record counts for."""

    author: Hashable
    skill: float
    interval: Interval
    weight: float


@dataclass(frozen=True, slots=True)
class Population:
    """Authors in general: mean and variance of their true skill, and the variance of a single row.

    `mean_error` is the error variance of the mean.
    """

    mean: float
    mean_error: float
    variance: float
    row_variance: float


def population_of(records: Sequence[RawSkill]) -> Population | None:
    """What the records say about authors in general.

    None for fewer than three authors, or where no record has the two rows that show a spread.
    """
    degrees = sum(each.n - 1 for each in records if each.row_variance is not None)
    if len(records) < FEWEST_AUTHORS or degrees == 0:
        return None
    pooled = sum((each.n - 1) * (each.row_variance or 0.0) for each in records) / degrees
    skills = np.array([each.skill for each in records])
    errors = pooled / np.array([each.n for each in records])
    variance = _variance_between(skills, errors)
    mean, precision = _mean(skills, errors, variance)
    return Population(mean, 1 / precision if precision else 0.0, variance, pooled)


def shrink(record: RawSkill, population: Population) -> ShrunkSkill:
    """The author's record drawn towards authors in general."""
    error = population.row_variance / record.n
    total = population.variance + error
    weight = population.variance / total if total else 1.0
    skill = population.mean + weight * (record.skill - population.mean)
    spread = weight * error + (1 - weight) ** 2 * population.mean_error
    reach = _Z * sqrt(spread)
    return ShrunkSkill(record.author, skill, Interval(skill - reach, skill + reach), weight)


def _variance_between(skills: Numbers, errors: Numbers) -> float:
    """The τ² at which the weighted squares around the mean are as large as they should be; 0 if none is."""

    def excess(variance: float) -> float:
        mean, _ = _mean(skills, errors, variance)
        return float(np.sum((skills - mean) ** 2 / (variance + errors))) - (len(skills) - 1)

    low, high = 0.0, 1.0
    if not errors.any() or excess(low) <= 0:
        return 0.0
    while excess(high) > 0:
        low, high = high, 2 * high
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if excess(middle) > 0 else (low, middle)
    return (low + high) / 2


def _mean(skills: Numbers, errors: Numbers, variance: float) -> tuple[float, float]:
    """The mean weighted by precision, and the sum of the weights; the plain mean where nothing has an error."""
    if not variance and not errors.any():
        return float(skills.mean()), 0.0
    weights = 1 / (variance + errors)
    total = float(weights.sum())
    return float(weights @ skills) / total, total
