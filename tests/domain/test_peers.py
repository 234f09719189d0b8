from dataclasses import replace
from math import log
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from registry.domain.peers import peer_scores
from registry.domain.record_rows import RecordRow
from registry.domain.vocabulary import Outcome, Status
from tests.domain.record_strategies import negated, rows

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "peers.yml").read_text(encoding="utf-8"))


def row_of(line: list[Any]) -> RecordRow:
    padded = [*line, "", None] if len(line) == 5 else [*line, None]
    author, probability, outcome, question, sense, statement, due_on = padded[:7]
    return RecordRow(
        Status.resolved,
        author=author,
        probability=probability,
        outcome=Outcome(outcome),
        question=question,
        sense=sense,
        statement=statement,
        due_on=due_on,
    )


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_peer_scores_compare_those_who_predicted_the_same(case: dict[str, Any]) -> None:
    found = peer_scores([row_of(line) for line in case["rows"]])
    assert found == [score if score is None else pytest.approx(score, abs=5e-5) for score in case["scores"]]


peers = st.lists(
    st.builds(
        lambda row, author, question, sense: replace(row, author=author, question=question, sense=sense),
        rows(),
        st.sampled_from("abc"),
        st.sampled_from(["q1", "q2"]),
        st.sampled_from([1, -1]),
    ),
    max_size=12,
)


@given(peers, st.data())
def test_the_order_of_rows_changes_no_score(of: list[RecordRow], data: st.DataObject) -> None:
    order = data.draw(st.permutations(range(len(of))))
    straight = peer_scores(of)
    assert peer_scores([of[index] for index in order]) == [straight[index] for index in order]


@given(peers, st.data())
def test_negating_any_of_the_statements_changes_no_score(of: list[RecordRow], data: st.DataObject) -> None:
    turned = [negated(row) if data.draw(st.booleans()) else row for row in of]
    assert peer_scores(turned) == peer_scores(of)


@given(st.lists(st.integers(1, 99), min_size=2, max_size=6), st.sampled_from([Outcome.yes, Outcome.no]))
def test_on_one_question_peer_scores_cancel_out(percents: list[int], outcome: Outcome) -> None:
    of = [
        RecordRow(Status.resolved, author=number, question="q", probability=percent / 100, outcome=outcome)
        for number, percent in enumerate(percents)
    ]
    assert sum(score or 0 for score in peer_scores(of)) == pytest.approx(0, abs=1e-6)


def test_among_thousands_each_is_compared_with_the_mean_of_all_others() -> None:
    said = [(1 + number % 98) / 100 for number in range(2500)]
    of = [
        RecordRow(Status.resolved, author=number, question="q", probability=p, outcome=Outcome.yes)
        for number, p in enumerate(said)
    ]
    found = peer_scores(of)
    total = sum(map(log, said))
    for index in (0, 1234, 2499):
        others = (total - log(said[index])) / 2499
        assert found[index] == pytest.approx(100 * (log(said[index]) - others), abs=1e-6)
