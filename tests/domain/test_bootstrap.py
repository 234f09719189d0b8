import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import bootstrap as scipy_bootstrap

from registry.domain.bootstrap import bootstrap
from registry.domain.scoring import UNITS

scores = st.lists(st.tuples(st.integers(0, UNITS), st.integers(1, UNITS)), min_size=2, max_size=30)


def drawn_scores(n: int, seed: int) -> list[tuple[int, int]]:
    """Scores of an author whose probabilities are right, against evens."""
    chance = np.random.default_rng(seed)
    said = chance.random(n)
    brier = (said - (chance.random(n) < said)) ** 2
    return [(round(score * UNITS), UNITS // 4) for score in brier]


def test_one_prediction_cannot_be_resampled() -> None:
    assert bootstrap([(1, 2)], seed=1) is None


def test_scores_that_are_all_alike_have_no_spread() -> None:
    found = bootstrap([(UNITS // 10, UNITS // 4)] * 5, seed=1)
    assert found is not None
    assert found.brier == pytest.approx((0.1, 0.1))
    assert found.skill == pytest.approx((0.6, 0.6))


def test_against_a_faultless_baseline_there_is_no_skill() -> None:
    found = bootstrap([(UNITS // 10, 0), (UNITS // 5, 0)], seed=1)
    assert found is not None
    assert found.skill is None


@settings(max_examples=25)
@given(scores, st.integers(0, 5))
def test_the_same_rows_and_seed_give_the_same_intervals_in_any_order(of: list[tuple[int, int]], seed: int) -> None:
    assert bootstrap(of, seed=seed, replicates=50) == bootstrap(of[::-1], seed=seed, replicates=50)


@settings(max_examples=25)
@given(scores)
def test_intervals_stay_among_the_scores(of: list[tuple[int, int]]) -> None:
    found = bootstrap(of, seed=1, replicates=50)
    assert found is not None
    lowest, highest = min(of)[0] / UNITS, max(of)[0] / UNITS
    assert lowest - 1e-12 <= found.brier.low <= found.brier.high <= highest + 1e-12


def test_scipy_draws_about_the_same_interval() -> None:
    of = drawn_scores(80, seed=3)
    found = bootstrap(of, seed=1, replicates=4000)
    briers = np.array([brier / UNITS for brier, _ in of])
    expected = scipy_bootstrap((briers,), np.mean, n_resamples=4000, rng=np.random.default_rng(2)).confidence_interval
    assert found is not None
    assert found.brier == pytest.approx((expected.low, expected.high), abs=0.004)


@pytest.mark.parametrize("n", [50, 200])
def test_intervals_cover_the_truth_as_often_as_promised(n: int) -> None:
    # Brier score of somebody whose probabilities, spread evenly, are right: the mean of p (1 - p).
    truth, covered = 1 / 6, []
    for author in range(400):
        found = bootstrap(drawn_scores(n, seed=author), seed=author, replicates=300)
        assert found is not None
        covered.append(found.brier.low <= truth <= found.brier.high)
    assert 0.92 <= np.mean(covered) <= 0.98
