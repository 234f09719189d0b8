"""Intervals that say how far a figure may be off by chance alone, at 95 % unless told otherwise."""

from functools import lru_cache
from math import sqrt
from statistics import NormalDist
from typing import NamedTuple

LEVEL = 0.95


class Interval(NamedTuple):
    """A lower and an upper bound; low <= high."""

    low: float
    high: float


def wilson(successes: float, trials: int, level: float = LEVEL) -> Interval | None:
    """Wilson's score interval of a rate (Wilson 1927), within [0, 1]; None without trials.

    `successes` may be fractional, as sums of partly true outcomes are. Unlike the textbook interval
    rate ± z √(rate (1 - rate) / n) it stays honest for few trials and for rates near 0 and 1.
    """
    if trials == 0:
        return None
    z = _normal_quantile(level)
    rate = successes / trials
    middle = (rate + z * z / (2 * trials)) / (1 + z * z / trials)
    reach = z / (1 + z * z / trials) * sqrt(rate * (1 - rate) / trials + z * z / (4 * trials * trials))
    # In exact arithmetic the rate always lies inside; rounding may put it a hair outside at the ends.
    return Interval(max(0.0, min(rate, middle - reach)), min(1.0, max(rate, middle + reach)))


def t_on_mean(mean: float, variance: float, n: int, level: float = LEVEL) -> Interval | None:
    """Student's t interval of a mean (Student 1908): mean ± t √(variance / n), n - 1 degrees of freedom.

    `variance` is the sample variance (divided by n - 1). None for fewer than two values, which say nothing of
    their spread.
    """
    if n < 2:
        return None
    reach = _t_quantile(n - 1, level) * sqrt(variance / n)
    return Interval(mean - reach, mean + reach)


def within(interval: Interval | None, low: float, high: float) -> Interval | None:
    """The interval cut to the values that the figure can take at all."""
    if interval is None:
        return None
    return Interval(max(low, interval.low), min(high, interval.high))


@lru_cache(maxsize=16)
def _normal_quantile(level: float) -> float:
    return NormalDist().inv_cdf((1 + level) / 2)


@lru_cache(maxsize=4096)
def _t_quantile(freedom: int, level: float) -> float:
    # Imported here because most commands never need it, and scipy.stats would cost seconds.
    from scipy.special import stdtrit

    return float(stdtrit(freedom, (1 + level) / 2))
