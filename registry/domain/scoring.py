"""Brier and log score of one prediction, as whole numbers, so that sums are exact in any order.

p is the probability of the statement as worded and o its outcome, both in [0, 1].

    Brier  (p - o)²                       0 best, 1 worst             Brier 1950
    log    o ln p + (1 - o) ln(1 - p)     0 best, ln 0.0001 worst     Good 1952

For the log score p is clipped to [0.0001, 0.9999]: one wrong certainty costs much, but not everything.

Rounding. Probabilities and outcomes are read to twelve decimals, half to even; from there on all
arithmetic is exact, and the result is rounded once to units of 1e-9, half to even. Replacing a statement
by its negation (1 - p, 1 - o) therefore gives the very same number, on every machine.
"""

from decimal import ROUND_HALF_EVEN, Context, Decimal
from functools import lru_cache
from math import log

from registry.domain.errors import Fault, Invalid

SCORE_VERSION = 1
"""Grows whenever a formula or its rounding changes, so that stored scores can be told apart."""

UNITS = 10**9
"""Whole units in a score of 1."""

EVENS = 0.5
"""The probability that knows nothing: the baseline of a row without a recorded one."""

_KEPT = 4096
"""How many results each formula keeps: one prediction asks for the same ones several times."""

_FINE = 10**12
_CLIP = _FINE // 10_000
# Two numbers of 12 digits multiplied by a logarithm of 34 leave far more than the 9 decimals that are kept.
_EXACT = Context(prec=60, rounding=ROUND_HALF_EVEN)
_LOGARITHM = Context(prec=34, rounding=ROUND_HALF_EVEN)


@lru_cache(maxsize=_KEPT)
def brier_units(probability: float, outcome: float) -> int:
    """The Brier score in units of 1e-9, from 0 (best) to 1e9. Invalid outside [0, 1]."""
    miss = _fine("probability", probability) - _fine("outcome", outcome)
    return rounded_ratio(miss * miss, _FINE * _FINE // UNITS)


@lru_cache(maxsize=_KEPT)
def log_units(probability: float, outcome: float) -> int:
    """The log score in units of 1e-9, from about -9.21e9 to -100005 (best after clipping).

    Invalid when probability or outcome lie outside [0, 1].
    """
    p = min(max(_fine("probability", probability), _CLIP), _FINE - _CLIP)
    came_true = _fine("outcome", outcome)
    share = came_true / _FINE
    near = UNITS * (share * log(p / _FINE) + (1 - share) * log((_FINE - p) / _FINE))
    nearest = round(near)
    # Floats err by less than 0.00001 here; only next to a tie could that decide the rounding.
    if abs(abs(near - nearest) - 0.5) > 0.001:
        return nearest
    return _exact_log_units(p, came_true)


@lru_cache(maxsize=_KEPT)
def units(value: float) -> int:
    """A number in [0, 1] as whole units of 1e-9. Invalid outside."""
    return rounded_ratio(_fine("value", value), _FINE // UNITS)


def rounded_ratio(numerator: int, denominator: int) -> int:
    """The whole number nearest to numerator / denominator, half to even; the denominator is positive."""
    whole, rest = divmod(numerator, denominator)
    return whole + (2 * rest > denominator or (2 * rest == denominator and whole % 2 == 1))


def is_call(low: float, high: float, outcome: float) -> bool:
    """Whether the author took a side: a yes or no outcome, and a band [low, high] that does not hold 0.5."""
    return outcome in (0.0, 1.0) and not low <= EVENS <= high


def is_hit(probability: float, outcome: float) -> bool:
    """Whether the side taken was the right one. Only meaningful for calls."""
    return (probability > EVENS) == (outcome == 1.0)


def _fine(where: str, value: float) -> int:
    if not 0 <= value <= 1:
        message = f"{value} is no {where}; give a number from 0 to 1"
        raise Invalid(message, [Fault(where, message)])
    return round(value * _FINE)


def _exact_log_units(p: int, came_true: int) -> int:
    """The log score of two numbers in units of 1e-12, by logarithms of 34 digits."""
    if_true = _EXACT.multiply(Decimal(came_true), _logarithm(p))
    if_false = _EXACT.multiply(Decimal(_FINE - came_true), _logarithm(_FINE - p))
    total = _EXACT.multiply(_EXACT.add(if_true, if_false), Decimal(UNITS))
    return int(_EXACT.to_integral_value(_EXACT.divide(total, Decimal(_FINE))))


def _logarithm(fine: int) -> Decimal:
    return _LOGARITHM.ln(_LOGARITHM.divide(Decimal(fine), Decimal(_FINE)))
