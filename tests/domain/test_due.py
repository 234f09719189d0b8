from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from registry.domain.due import (
    DueFacts,
    annulment_proposed,
    day_of,
    due_at,
    first_instant_after,
    is_late,
    start_of,
    status_at,
    urgency_at,
)
from registry.domain.errors import Invalid
from registry.domain.vocabulary import Status, Urgency

CASES = Path(__file__).parent / "cases"
WINDOW_ENDS = yaml.safe_load((CASES / "due.yml").read_text(encoding="utf-8"))
STATES = yaml.safe_load((CASES / "status.yml").read_text(encoding="utf-8"))
RESTLESS_ZONES = [
    "UTC",
    "Europe/Berlin",
    "Europe/Kyiv",
    "America/St_Johns",
    "America/Sao_Paulo",
    "America/Havana",
    "America/Toronto",
    "Asia/Tehran",
    "Asia/Gaza",
    "Asia/Kathmandu",
    "Pacific/Apia",
    "Pacific/Kwajalein",
    "Pacific/Kiritimati",
    "Australia/Lord_Howe",
    "Africa/Casablanca",
    "Antarctica/Troll",
    "Etc/GMT+12",
]

zones = st.sampled_from(RESTLESS_ZONES).map(ZoneInfo)
days = st.dates(date(1900, 1, 1), date(2100, 1, 1))
instants = st.integers(0, 2 * 10**9).map(lambda second: datetime.fromtimestamp(second, UTC))


def by_name(cases: list[dict[str, Any]]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("case", cases, ids=[case["name"] for case in cases])


@by_name(WINDOW_ENDS)
def test_a_prediction_falls_due_when_its_day_is_over_where_it_was_made(case: dict[str, Any]) -> None:
    found = due_at(case.get("due_on"), case.get("review_on"), case["zone"])
    assert (found, found.tzinfo) == (case["at"], UTC)


@given(days, zones)
def test_the_due_instant_parts_the_day_from_what_follows(day: date, zone: ZoneInfo) -> None:
    at = first_instant_after(day, zone)
    assert day_of(at, zone) > day
    assert day_of(at - timedelta(microseconds=1), zone) <= day
    assert all(day_of(at + timedelta(minutes=minutes), zone) > day for minutes in range(0, 180, 15))


@given(days, zones)
def test_a_day_begins_where_the_one_before_ends(day: date, zone: ZoneInfo) -> None:
    assert start_of(day, zone) == first_instant_after(day - timedelta(days=1), zone)
    assert start_of(day, zone) <= first_instant_after(day, zone)


@pytest.mark.parametrize("zone", ["Europe/Bonn", "", "../etc/passwd", "Europe", "\x00", "Berlin time", "+02:00"])
def test_an_impossible_time_zone_is_refused_by_name(zone: str) -> None:
    with pytest.raises(Invalid) as refusal:
        due_at(date(2026, 1, 1), None, zone)
    assert refusal.value.faults[0].where == "time_zone"
    assert "Europe/Berlin" in refusal.value.detail


def test_a_prediction_needs_a_due_day_or_a_review_day() -> None:
    with pytest.raises(Invalid, match="review day"):
        due_at(None, None, "UTC")


@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_ends_of_the_calendar_are_refused(day: date) -> None:
    with pytest.raises(Invalid, match="calendar"):
        due_at(day, None, "Pacific/Kiritimati")


@by_name(STATES)
def test_status_and_urgency_change_at_exact_instants(case: dict[str, Any]) -> None:
    facts = DueFacts(
        due_at=datetime(2026, 3, 1, tzinfo=UTC),
        judged=case.get("judged", False),
        withdrawn=case.get("withdrawn", False),
        condition_met=case.get("condition_met"),
    )
    now = datetime.fromisoformat(case["now"])
    urgency = case.get("urgency")
    assert status_at(facts, now) == Status(case["status"])
    assert urgency_at(facts, now) == (Urgency(urgency) if urgency else None)
    assert annulment_proposed(facts) == case.get("annul", False)


def test_how_early_is_soon_and_how_late_is_overdue_can_be_chosen() -> None:
    facts = DueFacts(due_at=datetime(2026, 3, 1, tzinfo=UTC))
    assert urgency_at(facts, datetime(2026, 2, 27, tzinfo=UTC), soon_days=1) is Urgency.later
    assert urgency_at(facts, datetime(2026, 3, 1, 1, tzinfo=UTC), overdue_days=0) is Urgency.overdue


@given(instants, instants, instants, st.sampled_from([None, True, False]))
def test_time_only_ever_moves_a_prediction_from_open_to_due(
    due: datetime, one: datetime, other: datetime, condition_met: bool | None
) -> None:
    facts = DueFacts(due_at=due, condition_met=condition_met)
    order = [Urgency.later, Urgency.soon, Urgency.due, Urgency.overdue]
    earlier, later = (urgency_at(facts, now) for now in sorted((one, other)))
    assert earlier is not None
    assert later is not None
    assert order.index(earlier) <= order.index(later)


@pytest.mark.parametrize(
    ("entered_at", "known_on", "due_on", "late"),
    [
        ("2026-01-10T22:59:59.999999+00:00", "2026-01-10", "2026-06-30", False),
        ("2026-01-10T23:00:00+00:00", "2026-01-10", "2026-06-30", True),
        ("2026-07-01T00:00:00+00:00", "2026-08-01", "2026-06-30", False),
        ("2026-06-30T21:59:59+00:00", None, "2026-06-30", False),
        ("2026-06-30T22:00:00+00:00", None, "2026-06-30", True),
        ("2026-06-30T22:00:00+00:00", None, None, False),
    ],
)
def test_a_prediction_is_late_when_entered_after_its_outcome_was_known(
    entered_at: str, known_on: str | None, due_on: str | None, late: bool
) -> None:
    known, due = (day and date.fromisoformat(day) for day in (known_on, due_on))
    assert is_late(datetime.fromisoformat(entered_at), known or None, due or None, "Europe/Berlin") is late
