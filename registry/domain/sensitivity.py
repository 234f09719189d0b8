"""What a record would be if claims without any probability had carried one.

Most public predictions are plain claims ("X will happen"). They are not scored, because the registry puts no
number into anybody's mouth; but leaving them out may flatter or harm. So the record is read again with every
such claim at 0.7, 0.8 and 0.9: where the three agree, the missing numbers do not matter.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from registry.domain.figures import mean, skill
from registry.domain.scoring import UNITS, brier_units, log_units, units
from registry.domain.tally import SQUARE_UNITS, Sums

READINGS = (0.7, 0.8, 0.9)


@dataclass(frozen=True, slots=True)
class SensitivityPoint:
    """The record with all claims without a probability read at `probability`; `n` rows, claims included."""

    probability: float
    n: int
    brier: float | None
    log_score: float | None
    skill: float | None


def sensitivity(sums: Sums, readings: Sequence[float] = READINGS) -> tuple[SensitivityPoint, ...]:
    """One point per reading; none where there are no such claims."""
    if sums.n_without_probability == 0:
        return ()
    return tuple(_point(sums, reading) for reading in readings)


def _point(sums: Sums, reading: float) -> SensitivityPoint:
    n = sums.n_scored + sums.n_without_probability
    brier = sums.brier + _brier_of_claims(sums, reading)
    return SensitivityPoint(
        probability=reading,
        n=n,
        brier=mean(brier, n),
        log_score=mean(sums.log_score + _log_of_claims(sums, reading), n),
        skill=skill(brier, sums.baseline + sums.claim_baseline),
    )


def _brier_of_claims(sums: Sums, reading: float) -> int:
    """Sum Σ (p - o)² = n p² - 2 p Σo + Σo² in units of 1e-9."""
    n, p = sums.n_without_probability, units(reading)
    squares = sums.claim_outcome_square * UNITS // SQUARE_UNITS
    return n * brier_units(reading, 0) - 2 * p * sums.claim_outcome // UNITS + squares


def _log_of_claims(sums: Sums, reading: float) -> int:
    """Sum ln p Σo + ln(1 - p) (n - Σo) in units of 1e-9."""
    if_true, if_false = log_units(reading, 1), log_units(reading, 0)
    false = sums.n_without_probability * UNITS - sums.claim_outcome
    return (if_true * sums.claim_outcome + if_false * false) // UNITS
