"""Days counted from another day than that of the words: a week on Saturday, morgen in einer Woche, the 27th.

The makers have the shape described in `named_dates`.
"""

from datetime import timedelta

from registry.domain.extraction.calendar_rules import UNITS, shifted, valid_day
from registry.domain.extraction.date_values import Period
from registry.domain.extraction.named_dates import Caught, Maker

_WEEK = 7


def _counted_from(caught: Caught) -> Period | None:
    """So many weeks from a weekday or from tomorrow; the argument is the number of days where no unit is named.

    German "in acht Tagen" from a weekday is a week.
    """
    if caught.said_on is None:
        return None
    if "WEEKDAY" in caught.values:
        base = caught.said_on + timedelta(days=(caught.values["WEEKDAY"] - caught.said_on.weekday() - 1) % 7 + 1)
    else:
        base = caught.said_on + timedelta(days=caught.values.get("DAYWORD", 0))
    if base < caught.said_on:
        return None
    if caught.argument:
        day = base + timedelta(days=int(caught.argument))
    else:
        count, unit = caught.values["COUNT"], UNITS.get(caught.values["UNITS"], "day")
        idiom = unit == "day" and count == _WEEK + 1 and "WEEKDAY" in caught.values
        day = shifted(base, _WEEK if idiom else count, unit)
    return Period(day, day, "day", True)


def _day_of_month(caught: Caught) -> Period | None:
    """The 27th: of this month or, once it has passed, of the next; the argument counts months from the running one."""
    if caught.said_on is None:
        return None
    number = caught.values.get("NTH") or caught.values["DAY"]
    first = int(caught.argument or 0)
    for months in range(first, first + 3):
        year, month = divmod(caught.said_on.year * 12 + caught.said_on.month - 1 + months, 12)
        day = valid_day(year, month + 1, number)
        if day is not None and day >= caught.said_on:
            return Period(day, day, "day", True)
    return None


COUNTED: dict[str, Maker] = {"counted_from": _counted_from, "day_of_month": _day_of_month}
