import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.isotonic import IsotonicRegression

from registry.domain.corp import CorpCurve, Pair, corp_curve

pairs_of_percents = st.lists(
    st.tuples(st.integers(0, 100).map(lambda percent: percent / 100), st.sampled_from([0.0, 0.5, 1.0])),
    min_size=1,
    max_size=40,
)


def curve_of(pairs: list[Pair]) -> CorpCurve:
    curve = corp_curve(pairs, seed=1, replicates=20)
    assert curve is not None
    return curve


def test_without_scored_predictions_there_is_no_curve() -> None:
    assert corp_curve([], seed=1) is None


def test_a_curve_by_hand() -> None:
    # 0.2 came true and 0.4 did not: the two are pooled at a half. 0.9 came true.
    curve = curve_of([(0.4, 0.0), (0.9, 1.0), (0.2, 1.0)])
    assert [(point.probability, point.n, point.frequency) for point in curve.points] == [
        (0.2, 1, 0.5),
        (0.4, 1, 0.5),
        (0.9, 1, 1.0),
    ]
    assert curve.uncertainty == pytest.approx(2 / 9)
    assert curve.discrimination == pytest.approx(2 / 9 - 1 / 6)
    assert curve.miscalibration == pytest.approx((0.64 + 0.16 + 0.01) / 3 - 1 / 6)


@settings(max_examples=40)
@given(pairs_of_percents)
def test_the_terms_add_up_to_the_brier_score_and_none_is_negative(pairs: list[Pair]) -> None:
    curve = curve_of(pairs)
    brier = float(np.mean([(p - o) ** 2 for p, o in pairs]))
    assert curve.miscalibration - curve.discrimination + curve.uncertainty == pytest.approx(brier, abs=1e-12)
    assert curve.miscalibration >= -1e-12
    assert -1e-12 <= curve.discrimination <= curve.uncertainty + 1e-12


@settings(max_examples=40)
@given(pairs_of_percents)
def test_frequencies_rise_with_what_was_said_as_scikit_learn_has_them(pairs: list[Pair]) -> None:
    said, outcome = np.array(pairs).T
    expected = IsotonicRegression().fit(said, outcome).predict(np.unique(said))
    frequencies = [point.frequency for point in curve_of(pairs).points]
    assert frequencies == pytest.approx(list(expected), abs=1e-9)
    assert frequencies == sorted(frequencies)


@settings(max_examples=25)
@given(pairs_of_percents)
def test_the_order_of_predictions_changes_neither_curve_nor_band(pairs: list[Pair]) -> None:
    assert curve_of(list(reversed(pairs))) == curve_of(pairs)


def test_a_calibrated_author_stays_inside_the_band_and_a_boaster_leaves_it() -> None:
    chance = np.random.default_rng(7)
    said = chance.integers(1, 10, 600) / 10
    honest = curve_of(list(zip(said.tolist(), (chance.random(600) < said).astype(float).tolist(), strict=True)))
    boast = curve_of(list(zip(said.tolist(), (chance.random(600) < 0.5).astype(float).tolist(), strict=True)))
    inside = [point.band_low <= point.frequency <= point.band_high for point in honest.points]
    outside = [not point.band_low <= point.frequency <= point.band_high for point in boast.points]
    assert sum(inside) >= 7
    assert sum(outside) >= 6
    assert honest.miscalibration < 0.01 < boast.miscalibration
