"""Parts of a named month: its third week, its first Tuesday, its second half; and the Sundays of Advent.

The makers have the shape described in `named_dates`; a month without its year is the next one.
"""

from collections.abc import Callable
from datetime import date, timedelta

from registry.domain.extraction.calendar_rules import months_from
from registry.domain.extraction.date_values import Period
from registry.domain.extraction.named_dates import Caught, Maker, rolled

Part = Callable[[Period], Period | None]

_LAST = 5
_CLASSES = ("MONTH", "MONTHWEEK", "MONTHHALF")


def _month(caught: Caught, year: int) -> Period:
    return months_from(year, next(caught.values[name] for name in _CLASSES if name in caught.values), 1, "month")


def _in_its_year(caught: Caught, part: Part) -> Period | None:
    """The part of the month, in the year named or else in the next one in which it has not passed."""
    if "YEAR" in caught.values:
        return part(_month(caught, caught.values["YEAR"]))
    return rolled(lambda year: part(_month(caught, year)), caught.said_on)


def _week_of_month(caught: Caught) -> Period | None:
    """The third week of July: its 15th to 21st day; the last one is its last seven days."""
    number = int(caught.argument or caught.values.get("ORDINAL", 0))

    def week(month: Period) -> Period | None:
        last = month.last if number == _LAST else month.first + timedelta(days=7 * number - 1)
        return Period(last - timedelta(days=6), last, "week")

    return _in_its_year(caught, week)


def _weekday_of_month(caught: Caught) -> Period | None:
    """The first Tuesday in November, None for a fifth one; without a number the last one."""

    def day(month: Period) -> Period | None:
        if "ORDINAL" not in caught.values:
            last = month.last - timedelta(days=(month.last.weekday() - caught.values["WEEKDAY"]) % 7)
            return Period(last, last, "day")
        ahead = (caught.values["WEEKDAY"] - month.first.weekday()) % 7
        found = month.first + timedelta(days=ahead + 7 * (caught.values["ORDINAL"] - 1))
        return Period(found, found, "day") if found <= month.last else None

    return _in_its_year(caught, day)


def _half_of_named_month(caught: Caught) -> Period | None:
    """The first half of a month ends on its 15th."""

    def half(month: Period) -> Period | None:
        middle = month.first + timedelta(days=14)
        if caught.values["ORDINAL"] == 1:
            return Period(month.first, middle, "month")
        return Period(middle + timedelta(days=1), month.last, "month") if caught.values["ORDINAL"] == 2 else None

    return _in_its_year(caught, half)


def _advent(caught: Caught) -> Period | None:
    """The Sundays of Advent; the fourth is the last before Christmas Day."""
    number = caught.values["ORDINAL"]

    def sunday(year: int) -> Period:
        fourth = date(year, 12, 24) - timedelta(days=(date(year, 12, 24).weekday() + 1) % 7)
        day = fourth - timedelta(days=7 * (4 - number))
        return Period(day, day, "day")

    if number > 4:
        return None
    return sunday(caught.values["YEAR"]) if "YEAR" in caught.values else rolled(sunday, caught.said_on)


PARTS_OF_MONTHS: dict[str, Maker] = {
    "week_of_month": _week_of_month,
    "weekday_of_month": _weekday_of_month,
    "half_of_named_month": _half_of_named_month,
    "advent": _advent,
}
