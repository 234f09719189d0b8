import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import brier_score_loss

from registry.domain.calibration import CalibrationBin, calibration_bins, decompose
from registry.domain.record_rows import RecordRow
from registry.domain.tally import BinSums, tally
from registry.domain.vocabulary import Outcome, Status

tenths_and_outcomes = st.lists(st.tuples(st.integers(0, 10), st.booleans()), min_size=1, max_size=60)


def bins_of(pairs: list[tuple[float, bool]]) -> tuple[BinSums, ...]:
    return tally(
        RecordRow(Status.resolved, probability=p, outcome=Outcome.yes if came_true else Outcome.no)
        for p, came_true in pairs
    ).bins


def test_a_bin_tells_what_was_said_and_what_happened() -> None:
    bins = calibration_bins(bins_of([(0.72, True), (0.78, True), (0.75, False), (0.75, True)]))
    full = bins[7]
    assert (full.low, full.high, full.n, full.mean_probability, full.frequency) == (0.7, 0.8, 4, 0.75, 0.75)
    assert (full.frequency_low, full.frequency_high) == pytest.approx((0.300642, 0.954413), abs=1e-6)
    assert bins[0] == CalibrationBin(0.0, 0.1, 0, None, None, None, None)


def test_partly_true_outcomes_count_by_their_share() -> None:
    rows = [RecordRow(Status.resolved, probability=0.4, outcome=Outcome.partly, share=0.25)]
    assert calibration_bins(tally(rows).bins)[4].frequency == 0.25


def test_without_scored_predictions_there_is_nothing_to_decompose() -> None:
    empty = decompose(bins_of([]))
    assert (empty.reliability, empty.resolution, empty.uncertainty) == (None, None, None)


@given(tenths_and_outcomes)
def test_with_one_probability_per_bin_the_terms_add_up_to_the_brier_score(
    pairs: list[tuple[int, bool]],
) -> None:
    # 0.9 and 1 share the last bin, so 1 is left out here.
    said = [(min(tenth, 9) / 10, came_true) for tenth, came_true in pairs]
    terms = decompose(bins_of(said))
    assert None not in (terms.reliability, terms.resolution, terms.uncertainty)
    total = (terms.reliability or 0) - (terms.resolution or 0) + (terms.uncertainty or 0)
    p, o = np.array([pair[0] for pair in said]), np.array([int(pair[1]) for pair in said])
    assert total == pytest.approx(brier_score_loss(o, p, pos_label=1, labels=[0, 1]), abs=1e-12)


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=60))
def test_resolution_never_exceeds_uncertainty(pairs: list[tuple[float, bool]]) -> None:
    terms = decompose(bins_of(pairs))
    assert 0 <= (terms.resolution or 0) <= (terms.uncertainty or 0) + 1e-12
    assert 0 <= (terms.reliability or 0) <= 1
