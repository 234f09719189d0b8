import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.domain.figures import base_brier, brier_interval, brier_skill, mean, skill, skill_interval
from registry.domain.record_rows import RecordRow
from registry.domain.tally import Sums, tally
from registry.domain.vocabulary import Outcome, Status

said = st.lists(st.tuples(st.integers(0, 100), st.booleans()), min_size=2, max_size=40)


def sums_of(pairs: list[tuple[int, bool]], baseline: float | None = None) -> Sums:
    return tally(
        RecordRow(
            Status.resolved,
            probability=percent / 100,
            outcome=Outcome.yes if came_true else Outcome.no,
            baseline=baseline,
        )
        for percent, came_true in pairs
    ).sums


def test_nothing_scored_has_no_figures() -> None:
    nothing = Sums()
    assert mean(0, 0) is None
    assert (brier_interval(nothing), skill_interval(nothing)) == (None, None)
    assert (base_brier(nothing), brier_skill(nothing), skill(0, 0)) == (None, None, None)


def test_equal_scores_have_no_spread() -> None:
    assert brier_interval(sums_of([(80, True)] * 5)) == pytest.approx((0.04, 0.04))


def test_the_base_rate_is_faultless_where_all_outcomes_are_alike() -> None:
    alike = sums_of([(80, True), (60, True)])
    assert (base_brier(alike), brier_skill(alike)) == (0.0, None)


@given(said)
def test_with_one_baseline_the_interval_of_the_skill_is_that_of_the_brier_score(
    pairs: list[tuple[int, bool]],
) -> None:
    sums = sums_of(pairs)
    brier, found = brier_interval(sums), skill_interval(sums)
    assert brier is not None
    assert found is not None
    if brier.low > 0 and brier.high < 1:
        assert found == pytest.approx((1 - brier.high / 0.25, 1 - brier.low / 0.25), abs=1e-4)


@given(said)
def test_saying_the_baseline_is_no_skill(pairs: list[tuple[int, bool]]) -> None:
    same = sums_of([(50, came_true) for _, came_true in pairs])
    assert skill(same.brier, same.baseline) == 0
    assert skill_interval(same) == pytest.approx((0, 0), abs=1e-12)


@given(said)
def test_the_base_brier_of_yes_and_no_is_the_variance_of_the_outcomes(pairs: list[tuple[int, bool]]) -> None:
    rate = sum(came_true for _, came_true in pairs) / len(pairs)
    assert base_brier(sums_of(pairs)) == pytest.approx(rate * (1 - rate), abs=1e-12)
