from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.domain.record_rows import RecordRow
from registry.domain.sensitivity import sensitivity
from registry.domain.tally import tally
from registry.domain.track_record import track_record
from registry.domain.vocabulary import Outcome, Status
from tests.domain.record_strategies import rows

AS_OF = datetime(2026, 1, 1, tzinfo=UTC)


def claim(outcome: Outcome) -> RecordRow:
    return RecordRow(Status.resolved, outcome=outcome)


def test_claims_without_a_number_are_read_at_three_probabilities() -> None:
    points = sensitivity(tally([claim(Outcome.yes), claim(Outcome.yes), claim(Outcome.no)]).sums)
    assert [point.probability for point in points] == [0.7, 0.8, 0.9]
    assert [point.n for point in points] == [3, 3, 3]
    briers = [(0.09 + 0.09 + 0.49) / 3, (0.04 + 0.04 + 0.64) / 3, (0.01 + 0.01 + 0.81) / 3]
    assert [point.brier for point in points] == pytest.approx(briers)
    assert [point.skill for point in points] == pytest.approx([1 - brier / 0.25 for brier in briers])


def test_where_every_prediction_carries_a_probability_there_is_nothing_to_read_into() -> None:
    stated = RecordRow(Status.resolved, outcome=Outcome.yes, probability=0.9)
    assert sensitivity(tally([stated]).sums) == ()


@given(st.lists(rows(Status.resolved), max_size=12))
def test_the_line_is_the_record_with_the_numbers_filled_in(of: list[RecordRow]) -> None:
    for point in sensitivity(tally(of).sums):
        filled = track_record(
            [
                RecordRow(
                    row.status,
                    row.kind,
                    row.outcome,
                    row.share,
                    point.probability if row.probability is None else row.probability,
                    baseline=row.baseline,
                )
                for row in of
            ],
            as_of=AS_OF,
        )
        assert point.n == filled.n_scored
        assert point.brier == pytest.approx(filled.brier, abs=1e-8)
        assert point.log_score == pytest.approx(filled.log_score, abs=1e-8)
        assert point.skill == (None if filled.skill is None else pytest.approx(filled.skill, abs=1e-6))
