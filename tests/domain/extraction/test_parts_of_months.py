from datetime import date

import pytest

from registry.domain.extraction.named_dates import Caught
from registry.domain.extraction.parts_of_months import PARTS_OF_MONTHS
from registry.lexicon.dates import load_date_words

SAID = date(2026, 7, 20)


@pytest.mark.parametrize(
    ("maker", "argument", "values", "window"),
    [
        ("week_of_month", "", {"ORDINAL": 3, "MONTH": 7}, (date(2026, 7, 15), date(2026, 7, 21))),
        ("week_of_month", "", {"ORDINAL": 2, "MONTHWEEK": 7}, (date(2027, 7, 8), date(2027, 7, 14))),
        ("week_of_month", "5", {"MONTH": 2, "YEAR": 2028}, (date(2028, 2, 23), date(2028, 2, 29))),
        ("weekday_of_month", "", {"ORDINAL": 1, "WEEKDAY": 1, "MONTH": 11}, (date(2026, 11, 3),) * 2),
        ("half_of_named_month", "", {"ORDINAL": 2, "MONTHHALF": 2}, (date(2027, 2, 16), date(2027, 2, 28))),
    ],
)
def test_a_part_of_a_month_is_the_next_one_to_come_or_that_of_its_year(
    maker: str, argument: str, values: dict, window: tuple[date, date]
) -> None:
    period = PARTS_OF_MONTHS[maker](Caught(values, SAID, load_date_words("en"), argument))
    assert period is not None
    assert (period.first, period.last) == window


def test_a_month_has_no_third_half_and_not_always_a_fifth_sunday() -> None:
    words = load_date_words("en")
    half = Caught({"ORDINAL": 3, "MONTH": 7, "YEAR": 2026}, SAID, words, "")
    sunday = Caught({"ORDINAL": 5, "WEEKDAY": 6, "MONTH": 7, "YEAR": 2026}, SAID, words, "")
    assert PARTS_OF_MONTHS["half_of_named_month"](half) is None
    assert PARTS_OF_MONTHS["weekday_of_month"](sunday) is None
