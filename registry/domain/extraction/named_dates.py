"""Periods with a name of the calendar: 9 May, March 2027, the third quarter, autumn, Easter, the 2030s.

Each maker takes what a pattern caught and returns a period, or None where the words name no day of the
calendar. A missing year is the first one whose period has not wholly passed on the day said, and the result
is marked as inferred.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from registry.domain.extraction.calendar_rules import (
    UNITS,
    election_day_us,
    holiday,
    months_from,
    season,
    unit_around,
    valid_day,
)
from registry.domain.extraction.date_values import DateWords, Period


@dataclass(frozen=True, slots=True)
class Caught:
    """What a maker works from: values by word class, the day said, the language, the rule's argument."""

    values: Mapping[str, int]
    said_on: date | None
    words: DateWords
    argument: str


Maker = Callable[[Caught], Period | None]


def rolled(build: Callable[[int], Period | None], said_on: date | None) -> Period | None:
    """The first period from the year said on that has not passed; the one before it as the other reading.

    The other reading is offered only where it ended within the last 92 days, when talk of it is still likely.
    """
    if said_on is None:
        return None
    earlier: Period | None = None
    for year in range(said_on.year - 1, said_on.year + 9):
        period = build(year)
        if period is not None and period.last >= said_on:
            recent = earlier if earlier and (said_on - earlier.last).days <= 92 else None
            return Period(period.first, period.last, period.precision, True, recent)
        earlier = period or earlier
    return None


def _month_of(caught: Caught) -> int:
    return next(caught.values[name] for name in ("MONTH", "MONTHSHORT", "MON") if name in caught.values)


def _day(caught: Caught) -> Period | None:
    def build(year: int) -> Period | None:
        day = valid_day(year, _month_of(caught), caught.values["DAY"])
        return Period(day, day, "day") if day else None

    if "YY" in caught.values:
        return build(2000 + caught.values["YY"])
    return build(caught.values["YEAR"]) if "YEAR" in caught.values else rolled(build, caught.said_on)


def _numeric_english(caught: Caught) -> Period | None:
    """1/7/2026: the month first unless only the other order is a date; where both are, both readings."""
    left, right, year = caught.values["DAY"], caught.values["DAY2"], caught.values["YEAR"]
    orders = [valid_day(year, left, right), valid_day(year, right, left)]
    days = [day for day in orders if day is not None]
    if not days:
        return None
    other = Period(days[1], days[1], "day") if len(days) > 1 and days[0] != days[1] else None
    return Period(days[0], days[0], "day", other is not None, other)


def _days(caught: Caught) -> Period | None:
    """3. bis 5. Mai; May 3-5; 28 February to 2 March."""

    def build(year: int) -> Period | None:
        month = _month_of(caught)
        first = valid_day(year, month, caught.values["DAY"])
        last = valid_day(year, caught.values.get("MONTH2") or caught.values.get("MON2") or month, caught.values["DAY2"])
        return Period(first, last, "day") if first and last and first <= last else None

    return build(caught.values["YEAR"]) if "YEAR" in caught.values else rolled(build, caught.said_on)


def _month(caught: Caught) -> Period | None:
    month = _month_of(caught)
    if "YEAR" in caught.values:
        return months_from(caught.values["YEAR"], month, 1, "month")
    return rolled(lambda year: months_from(year, month, 1, "month"), caught.said_on)


def _year(caught: Caught) -> Period | None:
    return months_from(caught.values["YEAR"], 1, 12, "year")


def _season(caught: Caught) -> Period | None:
    if "YEAR" in caught.values:
        return season(caught.values["YEAR"], caught.values["SEASON"])
    return rolled(lambda year: season(year, caught.values["SEASON"]), caught.said_on)


def _piece(caught: Caught) -> Period | None:
    """A numbered quarter or half of a year ("Q3 2026", "zweites Halbjahr"); "quarter=4" tells its number."""
    piece, _, told = caught.argument.partition("=")
    months, grain = (3, UNITS[4]) if piece == "quarter" else (6, UNITS[5])
    numbers = (caught.values[name] for name in ("ORDINAL", "DAY", "COUNT") if name in caught.values)
    number = int(told) if told else next(numbers)
    if number > 12 // months:
        return None
    start = (number - 1) * months + 1
    if "YEAR" in caught.values:
        return months_from(caught.values["YEAR"], start, months, grain)
    return rolled(lambda year: months_from(year, start, months, grain), caught.said_on)


def _iso_week(caught: Caught) -> Period | None:
    number = caught.values.get("COUNT") or caught.values["DAY"]

    def build(year: int) -> Period | None:
        weeks = date(year, 12, 28).isocalendar().week
        return unit_around(date.fromisocalendar(year, number, 1), "week") if number <= weeks else None

    return build(caught.values["YEAR"]) if "YEAR" in caught.values else rolled(build, caught.said_on)


def _decade(caught: Caught) -> Period | None:
    year = caught.values["YEAR"] // 10 * 10
    return Period(date(year, 1, 1), date(year + 9, 12, 31), "decade")


def _century(caught: Caught) -> Period | None:
    return unit_around(date(caught.values["DAY"] * 100, 6, 1), "century")


def _holiday(caught: Caught) -> Period | None:
    def build(year: int) -> Period | None:
        day = holiday(caught.argument, year)
        return Period(day, day, "day") if day else None

    return build(caught.values["YEAR"]) if "YEAR" in caught.values else rolled(build, caught.said_on)


def _us_election(caught: Caught) -> Period | None:
    """Presidential elections fall in years divisible by four, those to Congress in even years."""
    step = 4 if caught.argument == "president" else 2

    def build(year: int) -> Period | None:
        day = election_day_us(year)
        return Period(day, day, "day") if year % step == 0 else None

    return build(caught.values["YEAR"]) if "YEAR" in caught.values else rolled(build, caught.said_on)


def _span(caught: Caught) -> Period | None:
    """2027/28 or 2027-2029: from the first year's start to the last year's end."""
    first = caught.values["YEAR"]
    last = caught.values.get("YEAR2") or first // 100 * 100 + caught.values["YY"]
    return Period(date(first, 1, 1), date(last, 12, 31), "year") if first < last <= first + 60 else None


NAMED: dict[str, Maker] = {
    "day": _day,
    "numeric_english": _numeric_english,
    "days": _days,
    "month": _month,
    "year": _year,
    "season": _season,
    "piece": _piece,
    "iso_week": _iso_week,
    "decade": _decade,
    "century": _century,
    "holiday": _holiday,
    "us_election": _us_election,
    "span": _span,
}
