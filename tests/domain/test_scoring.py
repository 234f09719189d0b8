from decimal import ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction
from math import log
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.metrics import brier_score_loss, log_loss

from registry.domain.errors import Invalid
from registry.domain.scoring import (
    UNITS,
    _exact_log_units,
    brier_units,
    is_call,
    is_hit,
    log_units,
    rounded_ratio,
    units,
)
from tests.domain.record_strategies import decimals, turned, values

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "scores.yml").read_text(encoding="utf-8"))
floats = st.floats(0, 1)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_scores_of_single_predictions_are_what_a_pencil_says(case: dict[str, Any]) -> None:
    assert brier_units(case["p"], case["o"]) == case["brier"]
    assert log_units(case["p"], case["o"]) == case["log"]


@given(floats, floats)
def test_scores_keep_their_bounds(p: float, o: float) -> None:
    assert 0 <= brier_units(p, o) <= UNITS
    assert round(log(0.0001) * UNITS) <= log_units(p, o) <= round(log(0.9999) * UNITS)


@given(floats, floats)
def test_whole_units_stay_within_one_of_the_formula(p: float, o: float) -> None:
    clipped = min(max(p, 0.0001), 0.9999)
    assert abs(brier_units(p, o) - (p - o) ** 2 * UNITS) <= 0.51
    # Twelve decimals of p, seen through the steepest part of the logarithm, are five units.
    assert abs(log_units(p, o) - (o * log(clipped) + (1 - o) * log(1 - clipped)) * UNITS) <= 6


@given(st.integers(10**8, 10**12 - 10**8), st.integers(0, 10**12))
def test_the_quick_way_to_the_log_score_rounds_as_the_exact_one(p: int, o: int) -> None:
    assert log_units(p / 10**12, o / 10**12) == _exact_log_units(p, o)


@pytest.mark.parametrize("p", [260857054, 487017638680, 241913599726, 401699228382, 367865208743])
def test_next_to_a_tie_the_exact_logarithm_decides(p: int) -> None:
    # Found by search among millions: told in 1e-12, their log scores end in half a unit, almost, and floats
    # round the first four the wrong way.
    exact = Context(prec=50).ln(Decimal(p).scaleb(-12)).scaleb(9)
    assert abs(exact % 1) == pytest.approx(Decimal("0.5"), abs=Decimal("1e-4"))
    assert log_units(p / 10**12, 1) == int(exact.to_integral_value(ROUND_HALF_EVEN))


@given(decimals, values)
def test_the_negation_of_a_statement_scores_the_same(p: float, o: float) -> None:
    q, n = turned(p), turned(o)
    assert q is not None
    assert n is not None
    assert brier_units(q, n) == brier_units(p, o)
    assert log_units(q, n) == log_units(p, o)


@given(st.integers(1, 99), st.integers(1, 99))
def test_nobody_gains_by_saying_another_probability_than_the_true_one(truth: int, said: int) -> None:
    def expected(score: Any, percent: int) -> int:
        return truth * score(percent / 100, 1) + (100 - truth) * score(percent / 100, 0)

    if truth != said:
        assert expected(brier_units, truth) < expected(brier_units, said)
        assert expected(log_units, truth) > expected(log_units, said)


@given(st.integers(-(10**20), 10**20), st.integers(1, 10**10))
def test_ratios_round_to_the_nearest_and_ties_to_even(numerator: int, denominator: int) -> None:
    assert rounded_ratio(numerator, denominator) == round(Fraction(numerator, denominator))


@pytest.mark.parametrize("number", [-0.01, 1.01, float("nan"), float("inf")])
def test_numbers_that_are_no_probability_are_refused(number: float) -> None:
    with pytest.raises(Invalid, match="from 0 to 1"):
        brier_units(number, 1)
    with pytest.raises(Invalid, match="from 0 to 1"):
        log_units(0.5, number)
    with pytest.raises(Invalid, match="from 0 to 1"):
        units(number)


@pytest.mark.parametrize(
    ("low", "high", "outcome", "call"),
    [
        (0.7, 0.7, 1.0, True),
        (0.5, 0.5, 1.0, False),
        (0.5, 0.9, 1.0, False),
        (0.1, 0.5, 0.0, False),
        (0.51, 0.9, 0.0, True),
        (0.1, 0.49, 0.0, True),
        (0.4, 0.6, 0.0, False),
        (0.7, 0.7, 0.5, False),
    ],
)
def test_a_call_is_a_side_taken_on_what_came_out_as_yes_or_no(
    low: float, high: float, outcome: float, call: bool
) -> None:
    assert is_call(low, high, outcome) is call


@pytest.mark.parametrize(("p", "o", "hit"), [(0.9, 1.0, True), (0.9, 0.0, False), (0.1, 0.0, True), (0.1, 1.0, False)])
def test_a_hit_is_a_side_that_proved_right(p: float, o: float, hit: bool) -> None:
    assert is_hit(p, o) is hit


@settings(max_examples=25)
@given(st.lists(st.tuples(floats, st.sampled_from([0, 1])), min_size=1, max_size=60))
def test_scikit_learn_comes_to_the_same_means(pairs: list[tuple[float, int]]) -> None:
    p, o = np.array([pair[0] for pair in pairs]), np.array([pair[1] for pair in pairs])
    brier = sum(brier_units(*pair) for pair in pairs) / len(pairs) / UNITS
    log_score = sum(log_units(*pair) for pair in pairs) / len(pairs) / UNITS
    assert brier == pytest.approx(brier_score_loss(o, p, pos_label=1, labels=[0, 1]), abs=1e-9)
    assert -log_score == pytest.approx(log_loss(o, p.clip(0.0001, 0.9999), labels=[0, 1]), abs=1e-8)
