from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.intake.printed_days import prints_day

DAY = date(2025, 8, 5)


@pytest.mark.parametrize(
    "printed",
    [
        "Berlin, 05.08.2025",
        "5.8.2025, 14 Uhr",
        "2025-08-05T14:00",
        "am 5. August 2025 in Berlin",
        "5 August 2025",
        "August 5, 2025",
    ],
)
def test_a_day_is_found_as_people_write_it(printed: str) -> None:
    assert prints_day(f"Kolumne\n{printed}\nEs beginnt.", DAY)


@pytest.mark.parametrize("printed", ["", "August 2025", "05.08.", "6. August 2025", "5. August 2024", "05.09.2025"])
def test_another_day_or_half_a_day_is_not_taken_for_it(printed: str) -> None:
    assert not prints_day(f"Kolumne\n{printed}\nEs beginnt.", DAY)


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_a_day_in_figures_is_found_and_no_other(day: date, other: date) -> None:
    assert prints_day(f"({day:%d.%m.%Y})", day)
    assert prints_day(f"({day.isoformat()})", other) == (day == other)
