from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest, t

from registry.domain.intervals import Interval, t_on_mean, wilson, within


@given(
    st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))),
    st.sampled_from([0.8, 0.95]),
)
def test_wilson_is_what_scipy_computes(pair: tuple[int, int], level: float) -> None:
    expected = binomtest(*pair).proportion_ci(level, method="wilson")
    assert wilson(*pair, level) == pytest.approx((expected.low, expected.high), abs=1e-12)


@given(st.integers(1, 500).flatmap(lambda n: st.tuples(st.floats(0, n), st.just(n))))
def test_wilson_holds_the_rate_and_stays_a_rate(pair: tuple[float, int]) -> None:
    interval = wilson(*pair)
    assert interval is not None
    assert 0 <= interval.low <= pair[0] / pair[1] <= interval.high <= 1


@given(st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_wilson_of_the_misses_mirrors_that_of_the_hits(pair: tuple[int, int]) -> None:
    hits, misses = wilson(*pair), wilson(pair[1] - pair[0], pair[1])
    assert hits is not None
    assert misses is not None
    assert (1 - misses.high, 1 - misses.low) == pytest.approx(hits, abs=1e-12)


def test_no_trials_no_rate() -> None:
    assert wilson(0, 0) is None


@pytest.mark.parametrize(("mean", "variance", "n"), [(0.2, 0.04, 2), (0.2, 0.04, 20), (-1.5, 3.0, 500)])
def test_the_interval_of_a_mean_is_what_scipy_computes(mean: float, variance: float, n: int) -> None:
    expected = t.interval(0.95, n - 1, loc=mean, scale=(variance / n) ** 0.5)
    assert t_on_mean(mean, variance, n) == pytest.approx(expected)


def test_one_value_says_nothing_of_the_spread() -> None:
    assert t_on_mean(0.2, 0.0, 1) is None


def test_an_interval_is_cut_to_what_the_figure_can_be() -> None:
    assert within(Interval(-0.2, 0.3), 0, 1) == (0, 0.3)
    assert within(Interval(-0.2, 1.3), -inf, 1) == (-0.2, 1)
    assert within(None, 0, 1) is None
