from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from registry.domain.errors import Invalid
from registry.domain.windows import Window, check_window, window_faults, with_defaults

NOW = datetime(2026, 3, 10, 20, tzinfo=UTC)
CASES = yaml.safe_load((Path(__file__).parent / "cases" / "windows.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_every_broken_rule_of_a_window_is_named(case: dict[str, Any]) -> None:
    days = {name: value for name, value in case.items() if name not in {"name", "zone", "faults"}}
    window = Window(**days, time_zone=case.get("zone", "UTC"))
    assert [fault.where for fault in window_faults(window, NOW)] == case["faults"]


def test_a_sound_window_passes() -> None:
    check_window(Window(date(2026, 3, 1), due_on=date(2026, 4, 1)), NOW)


def test_an_unsound_window_is_refused_with_all_its_faults() -> None:
    with pytest.raises(Invalid) as refusal:
        check_window(Window(date(2026, 3, 11), due_on=date(2026, 3, 1)), NOW)
    assert [fault.where for fault in refusal.value.faults] == ["made_on", "due_on"]
    assert "today is 2026-03-10" in refusal.value.faults[0].message


def test_an_undated_prediction_is_reviewed_in_half_a_year_and_demands_a_verdict_in_five() -> None:
    window = with_defaults(Window(date(2026, 3, 1)))
    assert (window.review_on, window.horizon_on) == (date(2026, 8, 28), date(2031, 3, 1))


def test_given_review_days_and_dated_windows_stay_as_they_are() -> None:
    reviewed = Window(date(2026, 3, 1), review_on=date(2026, 4, 1), horizon_on=date(2026, 5, 1))
    dated = Window(date(2026, 3, 1), due_on=date(2026, 4, 1))
    assert with_defaults(reviewed) == reviewed
    assert with_defaults(dated) == dated


def test_a_late_review_day_takes_the_horizon_along() -> None:
    window = with_defaults(Window(date(2026, 3, 1), review_on=date(2036, 1, 1)))
    assert window_faults(window, NOW) == ()
    assert window.horizon_on == date(2036, 1, 1)
