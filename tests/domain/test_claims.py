from datetime import date
from typing import Any

import pytest

from registry.domain.claims import Claim, claim_faults, default_basis
from registry.domain.vocabulary import Kind, ProbabilityBasis

HEDGED = {"probability": 0.6, "probability_basis": ProbabilityBasis.hedged}

SOUND: list[dict[str, Any]] = [
    {},
    {"probability": 0.0, "probability_basis": ProbabilityBasis.stated},
    HEDGED | {"probability_low": 0.6, "probability_high": 0.6},
    {"probability": 0.65, "probability_basis": ProbabilityBasis.stated, "probability_low": 0.6},
    {"kind": Kind.conditional, "condition": "it rains", "condition_met": True},
    {"kind": Kind.announcement, "condition": "it rains"},
    {"baseline": 0.5, "baseline_source": "market"},
    {"sense": -1},
]
BROKEN: list[tuple[dict[str, Any], list[str]]] = [
    ({"probability_low": 0.1, "probability_high": 0.2}, ["probability_low", "probability_high"]),
    ({"probability_basis": ProbabilityBasis.stated}, ["probability_basis"]),
    (HEDGED, ["probability_basis"]),
    (HEDGED | {"probability_low": 0.7, "probability_high": 0.8}, ["probability_low"]),
    (HEDGED | {"probability_low": 0.1, "probability_high": 0.5}, ["probability_high"]),
    ({"kind": Kind.conditional}, ["condition"]),
    ({"condition": "it rains"}, ["kind"]),
    ({"condition_met": False}, ["condition_met"]),
    (
        {"kind": Kind.conditional, "condition": "a", "condition_decided_on": date(2025, 1, 1)},
        ["condition_decided_on"],
    ),
    ({"baseline_source": "market"}, ["baseline"]),
    ({"sense": 2}, ["sense"]),
]


@pytest.mark.parametrize("fields", SOUND)
def test_a_sound_claim_has_no_fault(fields: dict[str, Any]) -> None:
    assert claim_faults(Claim(**fields)) == ()


@pytest.mark.parametrize(("fields", "where"), BROKEN)
def test_each_broken_rule_is_named(fields: dict[str, Any], where: list[str]) -> None:
    assert [fault.where for fault in claim_faults(Claim(**fields))] == where


def test_a_probability_without_a_basis_was_stated() -> None:
    assert default_basis(0.5, None) is ProbabilityBasis.stated
    assert default_basis(0.5, ProbabilityBasis.assumed) is ProbabilityBasis.assumed
    assert default_basis(None, None) is None
