from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.domain.due import DueFacts
from registry.domain.errors import Conflict, Invalid
from registry.domain.postponing import due_at_once_decided, next_review_on, snoozed_until, verdict_demanded

DUE = datetime(2026, 3, 1, tzinfo=UTC)
NOW = datetime(2026, 3, 10, 23, 0, tzinfo=UTC)  # midnight in Berlin


@pytest.mark.parametrize(
    ("until", "zone", "at"),
    [
        (date(2026, 3, 12), "Europe/Berlin", "2026-03-11T23:00:00+00:00"),
        (date(2026, 3, 11), "UTC", "2026-03-11T00:00:00+00:00"),
        (date(2026, 3, 11), "America/New_York", "2026-03-11T04:00:00+00:00"),
    ],
)
def test_a_snooze_puts_off_to_the_start_of_a_later_day(until: date, zone: str, at: str) -> None:
    assert snoozed_until(DueFacts(DUE), until, NOW, zone) == datetime.fromisoformat(at)


def test_a_day_that_begins_this_very_instant_is_too_early() -> None:
    with pytest.raises(Invalid, match="later day") as refusal:
        snoozed_until(DueFacts(DUE), date(2026, 3, 11), NOW, "Europe/Berlin")
    assert refusal.value.faults[0].where == "until"


def test_nothing_is_put_off_past_its_horizon() -> None:
    horizon = date(2026, 4, 1)
    assert snoozed_until(DueFacts(DUE), horizon, NOW, "UTC", horizon) == datetime(2026, 4, 1, tzinfo=UTC)
    with pytest.raises(Invalid, match="horizon"):
        snoozed_until(DueFacts(DUE), date(2026, 4, 2), NOW, "UTC", horizon)


@pytest.mark.parametrize("facts", [DueFacts(DUE, judged=True), DueFacts(DUE, withdrawn=True)])
def test_what_is_settled_cannot_be_put_off(facts: DueFacts) -> None:
    with pytest.raises(Conflict, match="only open and due"):
        snoozed_until(facts, date(2027, 1, 1), NOW, "UTC")


@pytest.mark.parametrize(
    ("review_on", "horizon_on", "expected"),
    [
        (date(2026, 6, 1), None, date(2026, 6, 1)),
        (date(2026, 3, 11), None, date(2026, 9, 7)),
        (date(2026, 3, 10), None, date(2026, 9, 6)),
        (date(2024, 1, 1), None, date(2026, 6, 19)),
        (date(2026, 3, 10), date(2026, 5, 1), date(2026, 5, 1)),
        (date(2026, 3, 10), date(2026, 3, 12), date(2026, 3, 12)),
        (date(2026, 3, 10), date(2026, 3, 11), None),
        (date(2026, 3, 10), date(2025, 1, 1), None),
    ],
)
def test_a_review_day_comes_back_until_the_horizon(
    review_on: date, horizon_on: date | None, expected: date | None
) -> None:
    assert next_review_on(review_on, NOW, "Europe/Berlin", horizon_on) == expected


@given(st.dates(date(2000, 1, 1), date(2060, 1, 1)), st.integers(1, 400))
def test_the_next_review_keeps_the_rhythm_and_misses_none_to_come(review_on: date, days: int) -> None:
    upcoming = next_review_on(review_on, NOW, "UTC", days=days)
    assert upcoming is not None
    assert upcoming > NOW.date()
    assert (upcoming - review_on).days % days == 0
    assert upcoming == review_on or upcoming - timedelta(days=days) <= NOW.date()


def test_at_the_horizon_a_verdict_is_demanded() -> None:
    open_facts, horizon = DueFacts(DUE), date(2026, 3, 11)
    assert verdict_demanded(open_facts, horizon, NOW, "Europe/Berlin")
    assert not verdict_demanded(open_facts, horizon, NOW - timedelta(microseconds=1), "Europe/Berlin")
    assert not verdict_demanded(open_facts, horizon, NOW, "UTC")
    assert not verdict_demanded(open_facts, None, NOW, "UTC")
    assert not verdict_demanded(DueFacts(DUE, judged=True), horizon, NOW, "Europe/Berlin")


def test_a_failed_condition_is_due_at_once_and_a_met_one_keeps_its_window() -> None:
    decided = datetime(2026, 2, 1, tzinfo=UTC)
    assert due_at_once_decided(DUE, condition_met=True, decided_at=decided) == DUE
    assert due_at_once_decided(DUE, condition_met=False, decided_at=decided) == decided
    assert due_at_once_decided(DUE, condition_met=False, decided_at=NOW) == DUE
