"""Periods counted from the day the words were said: tomorrow, next Friday, this summer, in three months.

The makers have the shape described in `named_dates`; without a day to count from they return None.
"""

from dataclasses import replace
from datetime import date, timedelta

from registry.domain.extraction.calendar_rules import (
    HOUR,
    UNITS,
    part_of,
    shifted,
    unit_around,
)
from registry.domain.extraction.date_values import Period, Precision
from registry.domain.extraction.named_dates import Caught, Maker
from registry.domain.extraction.relative_names import RELATIVE_NAMES

_FEWEST_HOURS = 24
UNIT_NUMBERS = {name: number for number, name in UNITS.items()}


def _single(day: date, inferred: bool = False, other: date | None = None) -> Period:
    return Period(day, day, "day", inferred, Period(other, other, "day") if other else None)


def _unit(caught: Caught) -> Precision:
    return UNITS[caught.values.get("UNIT") or caught.values.get("UNITS") or int(caught.argument)]


def _amount(caught: Caught) -> tuple[int, int, Precision]:
    """Smaller and larger count, and the unit; an argument "COUNT=2,UNIT=2" spells out a fortnight.

    Hours count as days begun; a few of them name no day, which the larger count 0 tells.
    """
    fixed = dict(pair.split("=") for pair in caught.argument.split(",")) if caught.argument else {}
    if fixed:
        return int(fixed["COUNT"]), int(fixed["COUNT"]), UNITS[int(fixed["UNIT"])]
    counts = sorted({caught.values.get("COUNT", 1), caught.values.get("COUNT2", caught.values.get("COUNT", 1))})
    if caught.values.get("UNITS") == HOUR:
        return -(-counts[0] // 24), -(-counts[-1] // 24) if counts[-1] >= _FEWEST_HOURS else 0, "day"
    return counts[0], counts[-1], _unit(caught)


def _offset(caught: Caught) -> Period | None:
    """Today, tomorrow, the day after: the word's value, or the argument, is the distance in days."""
    if caught.said_on is None:
        return None
    distance = caught.values.get("DAYWORD", int(caught.argument or 0))
    day = caught.said_on + timedelta(days=distance)
    return Period(day, day, "day", past=distance < 0)


def _weekday(caught: Caught) -> Period | None:
    """A weekday alone is the next such day, today included; then the other reading is a week on."""
    if caught.said_on is None:
        return None
    ahead = (caught.values["WEEKDAY"] - caught.said_on.weekday()) % 7
    day = caught.said_on + timedelta(days=ahead)
    return _single(day, True, day + timedelta(days=7) if ahead == 0 else None)


def _weekday_coming(caught: Caught) -> Period | None:
    """The coming Friday: strictly after the day said."""
    if caught.said_on is None:
        return None
    ahead = (caught.values["WEEKDAY"] - caught.said_on.weekday() - 1) % 7 + 1
    return _single(caught.said_on + timedelta(days=ahead), True)


def _weekday_next(caught: Caught) -> Period | None:
    """Next Friday: English means that of the following week, German the first to come; the other is kept."""
    if caught.said_on is None:
        return None
    coming = caught.said_on + timedelta(days=(caught.values["WEEKDAY"] - caught.said_on.weekday() - 1) % 7 + 1)
    monday = caught.said_on + timedelta(days=7 - caught.said_on.weekday())
    following = monday + timedelta(days=caught.values["WEEKDAY"])
    chosen, other = (following, coming) if caught.words.next_is_following_week else (coming, following)
    return _single(chosen, True, other if other != chosen else None)


def _weekday_of_next_week(caught: Caught) -> Period | None:
    """Friday next week."""
    if caught.said_on is None:
        return None
    monday = caught.said_on + timedelta(days=7 - caught.said_on.weekday())
    return _single(monday + timedelta(days=caught.values["WEEKDAY"]))


def _unit_this(caught: Caught) -> Period | None:
    """The unit that holds the day said; "the weekend" of a Monday or Tuesday may also be the one just past."""
    if caught.said_on is None:
        return None
    unit = _unit(caught)
    period = unit_around(caught.said_on, unit)
    if unit != "weekend" or caught.said_on.weekday() > 1:
        return period
    return Period(period.first, period.last, unit, other=unit_around(caught.said_on - timedelta(days=7), unit))


def _unit_course(caught: Caught) -> Period | None:
    """The course of the year: with less than a tenth of it left, the coming one is meant."""
    if caught.said_on is None:
        return None
    running, coming = _unit_this(caught), _unit_next(caught)
    if running is None or coming is None:
        return running
    whole, left = running.last - running.first, running.last - caught.said_on
    is_over = _unit(caught) not in ("day", "week", "weekend") and left * 10 < whole
    return replace(coming, inferred=True, other=running) if is_over else running


def _unit_next(caught: Caught) -> Period | None:
    """The unit after the one that holds the day said; next weekend is the coming one."""
    if caught.said_on is None:
        return None
    unit = _unit(caught)
    following = unit_around(shifted(unit_around(caught.said_on, unit).first, 1, unit), unit)
    if unit != "weekend":
        return following
    coming = unit_around(caught.said_on, unit)
    if coming.first <= caught.said_on:
        return following
    return Period(coming.first, coming.last, unit, True, following)


def _unit_after_next(caught: Caught) -> Period | None:
    if caught.said_on is None:
        return None
    unit = _unit(caught)
    return unit_around(shifted(unit_around(caught.said_on, unit).first, 2, unit), unit)


def _shift(caught: Caught) -> Period | None:
    """In three months: the day itself; in three to four weeks: from the one day to the other."""
    if caught.said_on is None:
        return None
    low, high, unit = _amount(caught)
    if high < low:
        return None
    first, last = shifted(caught.said_on, low, unit), shifted(caught.said_on, high, unit)
    return Period(first, last, "day")


def _within(caught: Caught) -> Period | None:
    """Within 50 days, over the next two weeks: from the day said to that day; of two counts the larger."""
    if caught.said_on is None:
        return None
    low, high, unit = _amount(caught)
    if high < low:
        return None
    return Period(caught.said_on, shifted(caught.said_on, high, unit), "day")


def _rest_of_unit(caught: Caught) -> Period | None:
    """Later this year, the rest of the week: what is left of the unit that runs; on a weekend the week to come."""
    if caught.said_on is None:
        return None
    unit = _unit(caught)
    if unit == "week" and caught.said_on.weekday() > 4:
        return unit_around(caught.said_on + timedelta(days=7), unit)
    return Period(caught.said_on, unit_around(caught.said_on, unit).last, unit)


def _unit_part(caught: Caught) -> Period | None:
    """Jahresende, year-end: the value is ten times the unit plus the part; late in a year its beginning is the next."""
    code = caught.values.get("UNITPART") or 10 * UNIT_NUMBERS[_unit(caught)] + 3
    if "YEAR" in caught.values:
        whole = unit_around(date(caught.values["YEAR"], 1, 1), UNITS[code // 10])
    elif caught.said_on is not None:
        whole = unit_around(caught.said_on, UNITS[code // 10])
        if code % 10 == 1 and caught.said_on - whole.first > whole.last - caught.said_on:
            whole = unit_around(whole.last + timedelta(days=1), UNITS[code // 10])
    else:
        return None
    return part_of(whole, code % 10)


def _past(caught: Caught) -> Period | None:
    """Last Friday, three years ago: caught so that nothing in it is read as a date to come."""
    day = caught.said_on or date(1900, 1, 1)
    return Period(day, day, "day", past=True)


RELATIVE: dict[str, Maker] = RELATIVE_NAMES | {
    "offset": _offset,
    "weekday": _weekday,
    "weekday_coming": _weekday_coming,
    "weekday_next": _weekday_next,
    "weekday_of_next_week": _weekday_of_next_week,
    "unit_this": _unit_this,
    "unit_course": _unit_course,
    "unit_next": _unit_next,
    "unit_after_next": _unit_after_next,
    "shift": _shift,
    "within": _within,
    "rest_of_unit": _rest_of_unit,
    "unit_part": _unit_part,
    "past": _past,
}
