"""What a prediction must hold together before it is put on record, apart from its days."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from registry.domain.errors import Fault
from registry.domain.vocabulary import Kind, ProbabilityBasis


@dataclass(frozen=True, slots=True)
class Claim:
    """The parts of a prediction that depend on each other. Probabilities are in [0, 1]."""

    kind: Kind = Kind.forecast
    condition: str | None = None
    condition_met: bool | None = None
    condition_decided_on: date | None = None
    probability: float | None = None
    probability_low: float | None = None
    probability_high: float | None = None
    probability_basis: ProbabilityBasis | None = None
    baseline: float | None = None
    baseline_source: str | None = None
    sense: int = 1


def default_basis(probability: float | None, basis: ProbabilityBasis | None) -> ProbabilityBasis | None:
    """A probability that comes without a basis was stated."""
    return ProbabilityBasis.stated if probability is not None and basis is None else basis


def claim_faults(claim: Claim) -> tuple[Fault, ...]:
    """Every rule that the claim breaks; empty when it is sound."""
    return (*_probability_faults(claim), *_condition_faults(claim), *_reference_faults(claim))


def _probability_faults(claim: Claim) -> Iterator[Fault]:
    low, middle, high = claim.probability_low, claim.probability, claim.probability_high
    if middle is None:
        given = {
            "probability_low": low,
            "probability_high": high,
            "probability_basis": claim.probability_basis,
        }
        for where, value in given.items():
            if value is not None:
                yield Fault(where, "is given without a probability; give `probability` too, or leave it out")
        return
    if low is not None and low > middle:
        yield Fault("probability_low", f"{low} lies above the probability, {middle}")
    if high is not None and high < middle:
        yield Fault("probability_high", f"{high} lies below the probability, {middle}")
    is_read = claim.probability_basis in (ProbabilityBasis.hedged, ProbabilityBasis.assumed)
    if is_read and (low is None or high is None):
        yield Fault(
            "probability_basis",
            f"a probability that is {claim.probability_basis} needs probability_low and probability_high",
        )


def _condition_faults(claim: Claim) -> Iterator[Fault]:
    if claim.kind is Kind.conditional and not claim.condition:
        yield Fault("condition", "a conditional needs its condition; give it, or choose another kind")
    if claim.condition and claim.kind is Kind.forecast:
        yield Fault("kind", "a claim with a condition is a conditional; set kind to conditional")
    if claim.condition_met is not None and not claim.condition:
        yield Fault("condition_met", "there is no condition that could have been met")
    if claim.condition_decided_on is not None and claim.condition_met is None:
        yield Fault("condition_decided_on", "say in condition_met how the condition was decided")


def _reference_faults(claim: Claim) -> Iterator[Fault]:
    if claim.baseline_source and claim.baseline is None:
        yield Fault("baseline", "baseline_source names a reference; give its probability in baseline")
    if claim.sense not in (-1, 1):
        yield Fault("sense", "is +1 where the statement says yes to its question and -1 where it says no")
