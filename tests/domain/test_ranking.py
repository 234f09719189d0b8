import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from registry.domain.ranking import Metric, Unranked, board, inputs_digest, ranked_rows
from registry.domain.record_rows import RecordRow
from registry.domain.tally import tally
from registry.domain.vocabulary import MadeOnBasis, Outcome, Status
from tests.domain.record_strategies import negated, rows


def author_rows(hits: int, misses: int, percent: int = 80) -> list[RecordRow]:
    def row(outcome: Outcome) -> RecordRow:
        return RecordRow(Status.resolved, outcome=outcome, probability=percent / 100)

    return [row(Outcome.yes)] * hits + [row(Outcome.no)] * misses


def board_of(authors: dict[str, list[RecordRow]]) -> dict[str, tuple[int | None, Unranked | None]]:
    lines = board([(author, tally(of).sums) for author, of in authors.items()])
    return {str(line.author): (line.rank, line.unranked) for line in lines}


def test_authors_stand_by_what_is_proved_at_least() -> None:
    found = board_of(
        {
            "proved": author_rows(160, 40),
            "promising": author_rows(26, 6),
            "poor": author_rows(60, 60),
        }
    )
    assert found == {"proved": (1, None), "promising": (2, None), "poor": (3, None)}
    assert list(found) == ["proved", "promising", "poor"]


def test_short_and_uncertain_records_are_listed_without_a_rank_and_with_the_reason() -> None:
    found = board_of(
        {
            "silent": [],
            "open": [RecordRow(Status.open, probability=0.5)],
            "new": author_rows(3, 0),
            "wild": author_rows(12, 12, percent=95),
            "known": author_rows(80, 20),
        }
    )
    assert found == {
        "known": (1, None),
        "wild": (None, Unranked.too_wide),
        "new": (None, Unranked.too_few),
        "open": (None, Unranked.nothing_scored),
        "silent": (None, Unranked.nothing_scored),
    }


def test_equal_records_share_a_rank() -> None:
    same = author_rows(80, 20)
    found = board_of({"b": same, "a": same, "worse": author_rows(60, 40)})
    assert found == {"a": (1, None), "b": (1, None), "worse": (3, None)}


def test_a_line_shows_the_raw_and_the_shrunk_skill_and_what_could_not_be_scored() -> None:
    unscored = [
        RecordRow(Status.resolved, outcome=Outcome.ambiguous),
        RecordRow(Status.resolved, outcome=Outcome.yes),
    ]
    lines = board(
        [
            ("a", tally(author_rows(80, 20) + unscored).sums),
            ("b", tally(author_rows(50, 50)).sums),
            ("c", tally(author_rows(30, 10)).sums),
        ]
    )
    best = lines[0]
    assert best.shrunk is not None
    assert best.skill is not None
    assert best.skill == pytest.approx(0.36)
    assert best.shrunk.skill < best.skill
    assert best.unscored_share == pytest.approx(2 / 102)
    assert best.bound == best.shrunk.interval.low


def test_two_authors_are_compared_by_their_own_intervals() -> None:
    lines = board([("a", tally(author_rows(80, 20)).sums), ("b", tally(author_rows(50, 50)).sums)])
    assert [line.shrunk for line in lines] == [None, None]
    assert [line.rank for line in lines] == [1, 2]


def test_ranks_leave_out_late_rows_that_nothing_but_their_entry_dates() -> None:
    row = RecordRow(Status.resolved, outcome=Outcome.yes, probability=0.9, late=True)
    printed = RecordRow(
        Status.resolved, outcome=Outcome.yes, probability=0.9, late=True, made_on_basis=MadeOnBasis.printed
    )
    assert ranked_rows([row, printed]) == [printed]


many_authors = st.lists(
    st.tuples(st.integers(10, 60), st.integers(0, 30), st.integers(55, 95)), min_size=1, max_size=6
).map(lambda sizes: {str(number): author_rows(*size) for number, size in enumerate(sizes)})


@settings(max_examples=30)
@given(many_authors, st.lists(rows(Status.resolved), max_size=20))
def test_negating_statements_changes_no_rank(authors: dict[str, list[RecordRow]], more: list[RecordRow]) -> None:
    authors["0"] = authors["0"] + more
    turned = {
        author: [negated(row) if index % 2 else row for index, row in enumerate(of)] for author, of in authors.items()
    }
    assert board_of(turned) == board_of(authors)


@settings(max_examples=30)
@given(many_authors)
def test_the_board_lists_everybody_once_in_the_order_of_their_bounds(
    authors: dict[str, list[RecordRow]],
) -> None:
    lines = board([(author, tally(of).sums) for author, of in authors.items()])
    assert sorted(str(line.author) for line in lines) == sorted(authors)
    bounds = [line.bound or 0 for line in lines if line.rank is not None]
    assert bounds == sorted(bounds, reverse=True)
    assert all((line.rank is None) == (line.unranked is not None) for line in lines)


def test_a_board_may_ask_for_a_longer_record() -> None:
    records = [("a", tally(author_rows(80, 20)).sums), ("b", tally(author_rows(24, 6)).sums)]
    assert [line.unranked for line in board(records, minimum=50)] == [None, Unranked.below_minimum]


def test_less_is_better_of_the_brier_score_and_more_of_the_hit_rate() -> None:
    records = [
        ("bold", tally(author_rows(450, 150, percent=90)).sums),
        ("calibrated", tally(author_rows(450, 150, percent=75)).sums),
        ("timid", tally(author_rows(480, 120, percent=60)).sums),
    ]
    order = {metric: [line.author for line in board(records, metric)] for metric in Metric}
    assert order[Metric.brier] == order[Metric.skill] == ["calibrated", "timid", "bold"]
    assert order[Metric.hit_rate] == ["timid", "bold", "calibrated"]


def test_nobody_without_calls_has_a_rank_by_hits() -> None:
    rows = [RecordRow(Status.resolved, outcome=Outcome.yes, probability=0.5)] * 30
    line = board([("a", tally(rows).sums)], Metric.hit_rate)[0]
    assert line.unranked is Unranked.nothing_scored


def test_the_digest_tells_whether_two_boards_have_the_same_inputs() -> None:
    records = [("a", tally(author_rows(8, 2)).sums), ("b", tally(author_rows(5, 5)).sums)]
    digest = inputs_digest(records)
    assert inputs_digest(records[::-1]) == digest
    open_too = records[0][1]._replace(n_open=3, n_due=1, n_withdrawn=2)
    assert inputs_digest([("a", open_too), records[1]]) == digest
    assert inputs_digest([("a", records[0][1]._replace(brier=1)), records[1]]) != digest
