"""Years and parts of years with a name of their own: the school year, the summer recess, the first six months.

The makers have the shape described in `named_dates`.
"""

from datetime import date, timedelta

from registry.domain.extraction.calendar_rules import UNITS, add_months, months_from, unit_around
from registry.domain.extraction.date_values import Period, Precision
from registry.domain.extraction.named_dates import Caught, Maker, rolled

_MONTHS_IN = {3: 1, 4: 3, 5: 6}
_SOME = 3
_JUST_BEGUN = timedelta(days=60)
_FESTIVE_FROM = 10
_NEW_UNTIL = 2


def _kind_year(caught: Caught) -> Period | None:
    """A year that begins in another month; the argument is "distance,month,length".

    The distance is "new" for the one about to begin, the length twelve months unless it is told.
    """
    distance, month, length = (*caught.argument.split(","), "", "")[:3]
    starts, lasts = int(month) if month else caught.values["KINDYEAR"], int(length or 12)
    grain: Precision = "year" if lasts == 12 else "term"
    if "YEAR" in caught.values:
        return months_from(caught.values["YEAR"], starts, lasts, grain)
    if caught.said_on is None:
        return None
    running = months_from(caught.said_on.year - (caught.said_on.month < starts), starts, 12, "year", True)
    if distance == "new":
        distance = "0" if caught.said_on - running.first <= _JUST_BEGUN else "1"
    return months_from(running.first.year + int(distance), starts, lasts, grain, True)


def _kind_year_start(caught: Caught) -> Period | None:
    """The first month of a year of a kind, the next to come; the argument is that month."""
    starts = int(caught.argument) if caught.argument else caught.values["KINDYEAR"]
    return rolled(lambda year: months_from(year, starts, 1, "month"), caught.said_on)


def _months(caught: Caught) -> Period | None:
    """A stretch of whole months that comes every year; the argument is "first month,number of months"."""
    first, count = map(int, caught.argument.split(","))
    if "YEAR" in caught.values:
        return months_from(caught.values["YEAR"], first, count, "season")
    return rolled(lambda year: months_from(year, first, count, "season"), caught.said_on)


def _pieces(caught: Caught) -> Period | None:
    """The second and third quarters: from the first day of the one to the last of the other."""
    months, grain = (3, UNITS[4]) if caught.argument == "quarter" else (6, UNITS[5])
    left, right = caught.values["ORDINAL"], caught.values["ORDINAL2"]
    if not left < right <= 12 // months:
        return None
    first, count = (left - 1) * months + 1, (right - left + 1) * months
    if "YEAR" in caught.values:
        return months_from(caught.values["YEAR"], first, count, grain)
    return rolled(lambda year: months_from(year, first, count, grain), caught.said_on)


def _units_of_year(caught: Caught) -> Period | None:
    """The first or last months or quarters of a year, three months where their number is not told."""
    size = _MONTHS_IN.get(caught.values["UNITS"])
    if size is None or "YEAR" not in caught.values or (size > 1 and "COUNT" not in caught.values):
        return None
    count = size * caught.values["COUNT"] if "COUNT" in caught.values else _SOME
    if count >= 12:
        return None
    first = 1 if caught.argument == "first" else 13 - count
    return months_from(caught.values["YEAR"], first, count, "half_year" if count > _SOME else "quarter")


def _new_year(caught: Caught) -> Period | None:
    """In the new year: the next one, or in its first weeks the one that has begun."""
    if caught.said_on is None:
        return None
    year = caught.said_on.year + (caught.said_on.month > _NEW_UNTIL)
    return months_from(year, 1, 12, "year", True)


def _new_years_day(caught: Caught) -> Period | None:
    """What lasts "into the new year" does so once its first day has come."""
    year = _new_year(caught)
    return year and Period(year.first, year.first, "day", True)


def _festive(caught: Caught) -> Period | None:
    """The holidays at the end of the year, up to New Year's Day; in other months the word means others."""
    if caught.said_on is None or (caught.said_on.month < _FESTIVE_FROM and caught.said_on.timetuple().tm_yday > 1):
        return None
    last = date(caught.said_on.year + (caught.said_on.month >= _FESTIVE_FROM), 1, 1)
    return Period(last - timedelta(days=8), last, "week", True)


def _unit_to_come(caught: Caught) -> Period | None:
    """This year or next: from the day said to the end of the one to come."""
    if caught.said_on is None:
        return None
    unit = UNITS[caught.values["UNIT"]]
    running = unit_around(caught.said_on, unit)
    following = unit_around(running.last + timedelta(days=1), unit)
    return Period(running.first, following.last, unit)


def _years_ahead(caught: Caught) -> Period | None:
    """In the year ahead: up to the same day of the next one."""
    if caught.said_on is None:
        return None
    months = {3: 1, 4: 3, 5: 6, 6: 12, 7: 120}.get(caught.values["UNIT"])
    last = add_months(caught.said_on, months) if months else caught.said_on + timedelta(days=7)
    return Period(caught.said_on, last, "day")


NAMED_YEARS: dict[str, Maker] = {
    "kind_year": _kind_year,
    "kind_year_start": _kind_year_start,
    "months": _months,
    "pieces": _pieces,
    "units_of_year": _units_of_year,
    "new_year": _new_year,
    "new_years_day": _new_years_day,
    "festive": _festive,
    "unit_to_come": _unit_to_come,
    "unit_ahead": _years_ahead,
}
