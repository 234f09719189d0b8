import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.domain.figures import (
    base_brier,
    brier_interval,
    brier_skill,
    mean,
    peer_interval,
    skill,
    skill_interval,
    too_few,
)
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


def simulated_scores(kind: str, n: int, authors: int) -> np.ndarray:
    """Brier scores in units of 1e-9, one line per author."""
    chance = np.random.default_rng(20261120)
    true = chance.random((authors, n))
    said = true
    if kind == "noisy":
        said = 1 / (1 + (1 / true - 1) * np.exp(chance.normal(0, 1, (authors, n))))
    if kind == "bold":
        said = chance.choice([0.05, 0.1, 0.9, 0.95], (authors, n))
        true = np.where(said > 0.5, 0.8, 0.2)
    if kind == "sure":
        said = np.full((authors, n), 0.95)
        true = said
    return np.rint(1e9 * (said - (chance.random((authors, n)) < true)) ** 2).astype(np.int64)


def sums_of_scores(scores: np.ndarray) -> Sums:
    in_ones = scores / 1e9
    return Sums(
        n_scored=len(scores),
        brier=int(scores.sum()),
        brier_square=round((in_ones**2).sum() * 1e12),
        brier_cube=round((in_ones**3).sum() * 1e12),
    )


@pytest.mark.parametrize("n", [20, 50, 100, 500])
@pytest.mark.parametrize("kind", ["calibrated", "noisy", "bold", "sure"])
def test_intervals_cover_the_truth_or_the_record_says_too_few(kind: str, n: int) -> None:
    scores = simulated_scores(kind, n, authors=1500)
    truth = simulated_scores(kind, 500, authors=2000).mean() / 1e9
    sums = [sums_of_scores(line) for line in scores]
    told = [brier_interval(each) for each in sums if not too_few(each)]
    covered = [interval.low <= truth <= interval.high for interval in told if interval is not None]
    # A kind of author that is nearly always told "too few" leaves nothing to count.
    assert len(covered) < len(sums) / 20 or np.mean(covered) >= 0.925


@pytest.mark.parametrize("n", [50, 100, 500])
@pytest.mark.parametrize("kind", ["calibrated", "noisy", "bold"])
def test_intervals_of_ordinary_authors_cover_the_truth_as_often_as_promised(kind: str, n: int) -> None:
    truth = simulated_scores(kind, 500, authors=2000).mean() / 1e9
    told = [brier_interval(sums_of_scores(line)) for line in simulated_scores(kind, n, authors=4000)]
    covered = [interval.low <= truth <= interval.high for interval in told if interval is not None]
    assert 0.93 <= np.mean(covered) <= 0.97


def test_somebody_who_is_nearly_always_right_has_too_few_misses_to_tell() -> None:
    assert too_few(sums_of([(95, True)] * 60))
    assert too_few(sums_of([(95, True)] * 58 + [(95, False)] * 2))
    assert not too_few(sums_of([(70, True)] * 42 + [(70, False)] * 18))
    assert too_few(sums_of([(70, True)] * 13 + [(70, False)] * 6))


def test_the_interval_of_peer_scores_is_that_of_a_mean() -> None:
    found = peer_interval([10.0, 20.0, 30.0])
    assert found is not None
    # 20 ± 4.302653 · 10 / √3
    assert found.low == pytest.approx(-4.841377)
    assert found.high == pytest.approx(44.841377)
    assert peer_interval([10.0]) is None
