from datetime import date
from math import log

import pytest

from registry.domain.comparing import compare
from registry.domain.record_rows import RecordRow
from registry.domain.vocabulary import Outcome, Status

DUE = date(2025, 8, 15)


def said(author: str, statement: str, probability: float, outcome: Outcome = Outcome.yes) -> RecordRow:
    return RecordRow(
        Status.resolved, outcome=outcome, probability=probability, author=author, statement=statement, due_on=DUE
    )


def test_authors_are_compared_on_what_they_share_and_on_nothing_else() -> None:
    rows = [said("a", "rain", 0.8), said("b", "rain", 0.4), said("a", "snow", 0.9), said("c", "hail", 0.7)]
    n_questions, records = compare(rows)
    assert n_questions == 1
    assert set(records) == {"a", "b"}
    assert records["a"].peer_mean == pytest.approx(100 * log(2))
    assert records["a"].peer_interval is None
    assert records["a"].sums.n_scored == 1


def test_of_two_authors_one_gains_what_the_other_loses() -> None:
    rows = [said(author, word, p) for word in ("rain", "snow", "hail") for author, p in (("a", 0.8), ("b", 0.3))]
    _, records = compare(rows)
    assert records["a"].peer_mean == -records["b"].peer_mean
    band = records["a"].peer_interval
    assert band is not None
    assert band.low <= records["a"].peer_mean <= band.high


def test_who_shares_nothing_stands_in_no_comparison() -> None:
    assert compare([said("a", "rain", 0.8)]) == (0, {})
