"""Calendar arithmetic: the first and last day of named stretches of time, and movable feasts.

Weeks run Monday to Sunday (ISO 8601). Seasons are the meteorological ones of the northern hemisphere:
spring is March to May, winter December to the end of February of the following year.
"""

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

import holidays

from registry.domain.extraction.date_values import Period, Precision

FIRST_YEAR, LAST_YEAR = 1900, 2199
HOUR = 10
SEASON_MONTH = {1: 3, 2: 6, 3: 9, 4: 12}
UNITS: dict[int, Precision] = {
    1: "day", 2: "week", 3: "month", 4: "quarter", 5: "half_year", 6: "year", 7: "decade", 8: "century",
    9: "weekend",
}  # fmt: skip


def valid_day(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has no such day (31 April, year 0)."""
    if not (1 <= month <= 12 and FIRST_YEAR - 1000 <= year <= LAST_YEAR + 800):
        return None
    return date(year, month, day) if 1 <= day <= monthrange(year, month)[1] else None


def add_months(day: date, months: int) -> date:
    """The same day of the month `months` later, or the month's last day where it is shorter."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def shifted(day: date, count: int, unit: Precision) -> date:
    """`day` moved by `count` units; a quarter is three months, a half-year six, a weekend a week."""
    days = {"day": 1, "week": 7, "weekend": 7}
    if unit in days:
        return day + timedelta(days=count * days[unit])
    months = {"month": 1, "quarter": 3, "half_year": 6, "year": 12, "decade": 120, "century": 1200}
    return add_months(day, count * months[unit])


def months_from(year: int, month: int, count: int, precision: Precision, inferred: bool = False) -> Period:
    """The period of `count` whole months that starts with the given month."""
    first = date(year, month, 1)
    return Period(first, add_months(first, count) - timedelta(days=1), precision, inferred)


def season(year: int, number: int, inferred: bool = False) -> Period:
    """Season 1 (spring) to 4 (winter) that begins in `year`."""
    return months_from(year, SEASON_MONTH[number], 3, "season", inferred)


def unit_around(day: date, unit: Precision) -> Period:
    """The day, week, weekend, month, quarter, half-year, year, decade or century in which `day` lies."""
    if unit == "day":
        return Period(day, day, unit)
    if unit in ("week", "weekend"):
        monday = day - timedelta(days=day.weekday())
        return Period(monday + timedelta(days=5 if unit == "weekend" else 0), monday + timedelta(days=6), unit)
    if unit in ("decade", "century"):
        return _long_unit(day, unit)
    size = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}[unit]
    return months_from(day.year, (day.month - 1) // size * size + 1, size, unit)


def _long_unit(day: date, unit: Precision) -> Period:
    """Decades are read as people name them (2020 to 2029), centuries as counted (2001 to 2100)."""
    if unit == "decade":
        first = day.year // 10 * 10
        other = Period(date(first + 1, 1, 1), date(first + 10, 12, 31), unit)
        return Period(date(first, 1, 1), date(first + 9, 12, 31), unit, other=other)
    first = (day.year - 1) // 100 * 100 + 1
    return Period(date(first, 1, 1), date(first + 99, 12, 31), unit)


def part_of(period: Period, number: int) -> Period:
    """Beginning (1), middle (2) or end (3) of a period.

    Of a month they end on the 10th, 20th and last day; of a year, a decade or a century the beginning is
    its first twelfth, the middle ends at its half and the end is its last day; of other periods each is a
    third.
    """
    span = (period.last - period.first).days + 1
    if period.precision == "month":
        last = {1: period.first + timedelta(days=9), 2: period.first + timedelta(days=19), 3: period.last}[number]
        first = {1: period.first, 2: period.first + timedelta(days=10), 3: period.first + timedelta(days=20)}[number]
    elif period.precision in ("year", "decade", "century"):
        months = {"year": 12, "decade": 120, "century": 1200}[period.precision]
        steps = {1: (0, months // 12), 2: (months // 3, months // 2), 3: (months - months // 12, months)}[number]
        first = add_months(period.first, steps[0])
        last = add_months(period.first, steps[1]) - timedelta(days=1)
    else:
        first = period.first + timedelta(days=(number - 1) * span // 3)
        last = period.first + timedelta(days=number * span // 3 - 1)
    other = part_of(period.other, number) if period.other else None
    return Period(first, last, period.precision, period.inferred, other)


def midpoint(period: Period) -> date:
    """The last day of "by the middle of": the 15th of a month, of anything else the end of its first half."""
    return period.first + timedelta(days=14) if period.precision == "month" else part_of(period, 2).last


def election_day_us(year: int) -> date:
    """The Tuesday after the first Monday of November (2 U.S.C. § 7)."""
    first = date(year, 11, 1)
    return first + timedelta(days=(7 - first.weekday()) % 7 + 1)


@lru_cache(maxsize=4096)
def holiday(name: str, year: int) -> date | None:
    """The day of a named holiday, written "country|name|offset in days" with its English name.

    A fourth part, if there is one, is for `days_of_feast`.

    None where that country does not keep it in that year.
    """
    country, title, offset, *_ = name.split("|")
    kept = holidays.country_holidays(country, years=year, language="en_US")
    days = kept.get_named(title, lookup="exact", split_multiple_names=True)
    return min(days) + timedelta(days=int(offset)) if days else None


def days_of_feast(name: str) -> int:
    """How many days a named holiday lasts up to its last one, 0 for one that is a mere day of the calendar."""
    return int(name.split("|")[3]) if name.count("|") == 3 else 0
