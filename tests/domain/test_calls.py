from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.domain.calls import Unscored, gain_of, hit_of, resolved_parts, why_unscored
from registry.domain.record_rows import RecordRow
from registry.domain.tally import tally
from registry.domain.vocabulary import Kind, Outcome, Status

PROBABILITIES = st.one_of(st.none(), st.integers(0, 20).map(lambda n: n / 20))


def resolved(probability: float | None, outcome: Outcome, **fields: Any) -> RecordRow:
    share = 0.5 if outcome is Outcome.partly else None
    return RecordRow(Status.resolved, outcome=outcome, share=share, probability=probability, **fields)


ROWS = st.lists(
    st.builds(resolved, PROBABILITIES, st.sampled_from(Outcome), baseline=st.sampled_from([None, 0.2, 0.9])),
    max_size=20,
)


@pytest.mark.parametrize(
    ("row", "hit"),
    [
        (resolved(0.8, Outcome.yes), True),
        (resolved(0.2, Outcome.no), True),
        (resolved(0.8, Outcome.no), False),
        (resolved(0.5, Outcome.yes), None),
        (resolved(0.6, Outcome.yes, probability_low=0.45, probability_high=0.75), None),
        (resolved(0.8, Outcome.partly), None),
        (resolved(None, Outcome.yes), None),
    ],
)
def test_only_a_side_taken_can_be_right_or_wrong(row: RecordRow, hit: bool | None) -> None:
    assert hit_of(row) is hit


@given(ROWS)
def test_parts_agree_with_the_counts_of_the_record(rows: list[RecordRow]) -> None:
    parts, sums = resolved_parts(enumerate(rows)), tally(rows).sums
    assert (len(parts.scored), len(parts.best)) == (sums.n_scored, sums.n_hits)
    assert len(parts.best) + len(parts.worst) == sums.n_calls
    reasons = [why_unscored(row) for _, row in parts.unscored]
    assert reasons.count(Unscored.ambiguous) == sums.n_ambiguous
    assert reasons.count(Unscored.annulled) == sums.n_annulled
    assert reasons.count(Unscored.without_probability) == sums.n_without_probability


@given(ROWS)
def test_the_best_come_in_order_of_what_they_gained_and_the_worst_of_what_they_lost(rows: list[RecordRow]) -> None:
    parts = resolved_parts(enumerate(rows))
    gains, losses = ([gain_of(row) for _, row in part] for part in (parts.best, parts.worst))
    assert gains == sorted(gains, reverse=True)
    assert losses == sorted(losses)


def test_knowing_what_everybody_knew_gains_nothing() -> None:
    assert gain_of(resolved(0.9, Outcome.yes, baseline=0.9)) == 0
    assert gain_of(resolved(0.9, Outcome.yes)) == 240_000_000
    assert gain_of(resolved(0.9, Outcome.no)) == -560_000_000


def test_plans_and_what_is_not_resolved_belong_to_no_part() -> None:
    plan = resolved(0.9, Outcome.yes, kind=Kind.announcement)
    parts = resolved_parts(enumerate([plan, RecordRow(Status.open, probability=0.5), RecordRow(Status.withdrawn)]))
    assert not any((parts.scored, parts.unscored, parts.best, parts.worst))
