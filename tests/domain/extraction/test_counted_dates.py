from datetime import date

import pytest

from registry.domain.extraction.counted_dates import COUNTED
from registry.domain.extraction.named_dates import Caught
from registry.lexicon.dates import load_date_words

SAID = date(2026, 3, 11)  # a Wednesday


def day(maker: str, argument: str = "", said_on: date | None = SAID, **values: int) -> date | None:
    period = COUNTED[maker](Caught(values, said_on, load_date_words("en"), argument))
    return period.last if period else None


@pytest.mark.parametrize(
    ("values", "argument", "expected"),
    [
        ({"WEEKDAY": 5, "COUNT": 1, "UNITS": 2}, "", date(2026, 3, 21)),
        ({"WEEKDAY": 5}, "7", date(2026, 3, 21)),
        ({"DAYWORD": 1, "COUNT": 1, "UNITS": 2}, "", date(2026, 3, 19)),
        ({"WEEKDAY": 6, "COUNT": 8, "UNITS": 1}, "", date(2026, 3, 22)),  # eight days from a weekday are a week
        ({"DAYWORD": -1, "COUNT": 1, "UNITS": 2}, "", None),  # a week from yesterday
    ],
)
def test_weeks_are_counted_from_the_day_named(values: dict[str, int], argument: str, expected: date | None) -> None:
    assert day("counted_from", argument, SAID, **values) == expected


def test_a_day_of_the_month_is_the_next_such_day() -> None:
    assert day("day_of_month", "", SAID, NTH=27) == date(2026, 3, 27)
    assert day("day_of_month", "", SAID, NTH=5) == date(2026, 4, 5)
    assert day("day_of_month", "1", SAID, DAY=20) == date(2026, 4, 20)
    assert day("day_of_month", "", date(2026, 4, 30), NTH=31) == date(2026, 5, 31)


def test_without_a_day_to_count_from_there_is_none() -> None:
    assert day("counted_from", "7", None, WEEKDAY=5) is None
    assert day("day_of_month", "", None, NTH=27) is None
