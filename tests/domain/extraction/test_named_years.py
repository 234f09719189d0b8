from datetime import date

import pytest

from registry.domain.extraction.named_dates import Caught
from registry.domain.extraction.named_years import NAMED_YEARS
from registry.lexicon.dates import load_date_words

SAID = date(2026, 3, 11)


def last_day(maker: str, argument: str = "", said_on: date | None = SAID, **values: int) -> date | None:
    period = NAMED_YEARS[maker](Caught(values, said_on, load_date_words("en"), argument))
    return period.last if period else None


@pytest.mark.parametrize(
    ("argument", "said_on", "last"),
    [
        ("0,9,11", SAID, date(2026, 7, 31)),
        ("1,9,11", SAID, date(2027, 7, 31)),
        ("new,9,11", SAID, date(2027, 7, 31)),
        ("new,9,11", date(2026, 9, 20), date(2027, 7, 31)),  # it has just begun
        ("0,4", date(2026, 4, 1), date(2027, 3, 31)),
    ],
)
def test_a_year_of_a_kind_begins_in_its_own_month(argument: str, said_on: date, last: date) -> None:
    assert last_day("kind_year", argument, said_on) == last


def test_a_year_of_a_kind_that_is_named_needs_no_day_to_count_from() -> None:
    assert last_day("kind_year", "0,4", None, YEAR=2027) == date(2028, 3, 31)
    assert last_day("kind_year", "0,4", None) is None


@pytest.mark.parametrize(("first", "second", "last"), [(2, 3, date(2027, 9, 30)), (3, 2, None), (1, 5, None)])
def test_two_quarters_count_from_the_one_to_the_other(first: int, second: int, last: date | None) -> None:
    assert last_day("pieces", "quarter", SAID, ORDINAL=first, ORDINAL2=second, YEAR=2027) == last


@pytest.mark.parametrize(
    ("argument", "values", "last"),
    [
        ("first", {"UNITS": 3, "COUNT": 6, "YEAR": 2027}, date(2027, 6, 30)),
        ("last", {"UNITS": 3, "YEAR": 2027}, date(2027, 12, 31)),
        ("first", {"UNITS": 4, "YEAR": 2027}, None),  # "the first quarter" is no number of quarters
        ("first", {"UNITS": 3, "COUNT": 12, "YEAR": 2027}, None),  # the whole year
        ("first", {"UNITS": 3, "COUNT": 6}, None),  # of what year?
    ],
)
def test_the_first_and_last_months_are_of_a_year(argument: str, values: dict[str, int], last: date | None) -> None:
    assert last_day("units_of_year", argument, SAID, **values) == last


def test_the_new_year_is_the_one_that_has_begun_only_in_its_first_weeks() -> None:
    assert last_day("new_year", "", date(2026, 1, 9)) == date(2026, 12, 31)
    assert last_day("new_year", "", date(2026, 11, 9)) == date(2027, 12, 31)
    assert last_day("new_years_day", "", date(2026, 11, 9)) == date(2027, 1, 1)


def test_the_festive_days_are_those_of_christmas_only_when_it_is_near() -> None:
    assert last_day("festive", "", date(2026, 12, 9)) == date(2027, 1, 1)
    assert last_day("festive", "", SAID) is None
