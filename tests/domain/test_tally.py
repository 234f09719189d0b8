import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from registry.domain.errors import Invalid
from registry.domain.record_rows import RecordRow
from registry.domain.tally import BinSums, Sums, Tally, bin_index, is_scored, sums_of, tally
from registry.domain.vocabulary import Kind, Outcome, Status
from tests.domain.record_strategies import rows

some_rows = st.lists(rows(), max_size=12)


@pytest.mark.parametrize(
    ("probability", "index"),
    [
        (0.0, 0),
        (0.0999999, 0),
        (0.1, 1),
        (0.3, 3),
        (0.1 + 0.2, 3),
        (1 - 0.9, 1),
        (0.3 - 0.1, 2),
        (0.29, 2),
        (0.7, 7),
        (0.9, 9),
        (0.999, 9),
        (1.0, 9),
    ],
)
def test_tenths_belong_to_the_bin_that_they_begin(probability: float, index: int) -> None:
    assert bin_index(probability) == index


@given(st.integers(0, 1000))
def test_every_thousandth_falls_where_long_division_puts_it(thousandth: int) -> None:
    assert bin_index(thousandth / 1000) == min(thousandth // 100, 9)


@settings(max_examples=50)
@given(some_rows, some_rows)
def test_tallies_of_disjoint_sets_add_up(one: list[RecordRow], other: list[RecordRow]) -> None:
    assert tally(one) + tally(other) == tally(other + one)
    assert tally(one) + Tally() == tally(one)


@given(rows())
def test_a_tally_of_one_row_is_what_the_row_adds(row: RecordRow) -> None:
    found = tally([row])
    assert found.sums == sums_of(row)
    assert sum(each.n for each in found.bins) == found.sums.n_scored == int(is_scored(row))


@given(some_rows)
def test_nine_million_rows_of_it_fit_64_bits(of: list[RecordRow]) -> None:
    if of:
        found = tally(of)
        largest = max(map(abs, [*found.sums, *(number for each in found.bins for number in each)]))
        assert largest / len(of) * 9 * 10**6 < 2**63


def test_withdrawn_predictions_and_announcements_are_counted_apart() -> None:
    withdrawn = RecordRow(Status.withdrawn, probability=0.9, outcome=Outcome.no, late=True)
    announced = RecordRow(Status.resolved, Kind.announcement, probability=0.9, outcome=Outcome.no, late=True)
    both = RecordRow(Status.withdrawn, Kind.announcement)
    assert tally([withdrawn, announced, both]) == Tally(Sums(n_withdrawn=2, n_announcements=1), (BinSums(),) * 10)


@pytest.mark.parametrize(
    "row",
    [
        RecordRow(Status.resolved, outcome=Outcome.yes, probability=1.2),
        RecordRow(Status.resolved, outcome=Outcome.yes, probability=0.2, baseline=-0.1),
        RecordRow(Status.resolved, outcome=Outcome.partly, share=float("nan"), probability=0.5),
    ],
)
def test_numbers_that_are_no_probabilities_are_refused(row: RecordRow) -> None:
    with pytest.raises(Invalid, match="from 0 to 1"):
        tally([row])
