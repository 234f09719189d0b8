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

from registry.domain.intervals import LEVEL, Interval

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
    variance = _variance_between(records, pooled)
    mean = _mean(records, pooled, variance)
    precision = sum(_precision(each, pooled, variance) for each in records)
    return Population(mean, 1 / precision if precision else 0.0, variance, pooled)


def shrink(record: RawSkill, population: Population) -> ShrunkSkill:
    """The author's record drawn towards authors in general."""
    error = population.row_variance / record.n
    total = population.variance + error
    weight = population.variance / total if total else 1.0
    skill = population.mean + weight * (record.skill - population.mean)
    spread = weight * error + (1 - weight) ** 2 * population.mean_error
    reach = NormalDist().inv_cdf((1 + LEVEL) / 2) * sqrt(spread)
    return ShrunkSkill(record.author, skill, Interval(skill - reach, skill + reach), weight)


def _variance_between(records: Sequence[RawSkill], pooled: float) -> float:
    """The τ² at which the weighted squares around the mean are as large as they should be; 0 if none is."""

    def excess(variance: float) -> float:
        mean = _mean(records, pooled, variance)
        squares = ((each.skill - mean) ** 2 * _precision(each, pooled, variance) for each in records)
        return sum(squares) - (len(records) - 1)

    low, high = 0.0, 1.0
    if pooled == 0 or excess(low) <= 0:
        return 0.0
    while excess(high) > 0:
        low, high = high, 2 * high
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if excess(middle) > 0 else (low, middle)
    return (low + high) / 2


def _mean(records: Sequence[RawSkill], pooled: float, variance: float) -> float:
    weights = [_precision(each, pooled, variance) for each in records]
    total = sum(weights)
    if not total:
        return sum(each.skill for each in records) / len(records)
    return sum(weight * each.skill for weight, each in zip(weights, records, strict=True)) / total


def _precision(record: RawSkill, pooled: float, variance: float) -> float:
    total = variance + pooled / record.n
    return 1 / total if total else 0.0
