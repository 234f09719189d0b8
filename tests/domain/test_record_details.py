from datetime import date

import pytest

from registry.domain.record_details import record_details
from registry.domain.record_rows import RecordRow
from registry.domain.vocabulary import Kind, Outcome, Status


def row(percent: int, outcome: Outcome, year: int = 2024, **fields: object) -> RecordRow:
    return RecordRow(Status.resolved, outcome=outcome, probability=percent / 100, made_on=date(year, 5, 1), **fields)  # type: ignore[arg-type]


ROWS = [
    (row(90, Outcome.yes), ["lake", "war"]),
    (row(80, Outcome.no), ["lake"]),
    (row(20, Outcome.no, 2023), ["war"]),
    (row(60, Outcome.yes, 2023), ["lake"]),
]


def test_the_record_is_told_by_tag_and_by_year() -> None:
    details = record_details(ROWS)
    assert [(part.name, part.n_scored) for part in details.by_tag] == [("lake", 3), ("war", 2)]
    assert [part.name for part in details.by_year] == ["2023", "2024"]
    assert details.by_tag[1].brier == pytest.approx((0.01 + 0.04) / 2)
    assert details.by_year[1].skill == pytest.approx(1 - (0.01 + 0.64) / 0.5)
    assert all(part.too_few for part in details.by_tag)


def test_the_curve_and_the_resampled_intervals_are_of_the_scored_rows_alone() -> None:
    unscored = [
        (RecordRow(Status.open, probability=0.4), ["lake"]),
        (row(50, Outcome.ambiguous), ["lake"]),
        (row(50, Outcome.yes, kind=Kind.announcement), ["lake"]),
    ]
    details = record_details([*ROWS, *unscored])
    assert details == record_details(ROWS)
    assert details.corp is not None
    assert [point.probability for point in details.corp.points] == [0.2, 0.6, 0.8, 0.9]
    brier = (0.01 + 0.64 + 0.04 + 0.16) / 4
    curve = details.corp
    assert curve.miscalibration - curve.discrimination + curve.uncertainty == pytest.approx(brier)
    assert details.brier_resampled_low is not None
    assert details.brier_resampled_high is not None
    assert details.brier_resampled_low < brier < details.brier_resampled_high


def test_the_order_of_rows_changes_nothing() -> None:
    assert record_details(list(reversed(ROWS))) == record_details(ROWS)


def test_nothing_scored_has_no_details() -> None:
    details = record_details([])
    assert (details.corp, details.by_tag, details.skill_resampled_low) == (None, (), None)
