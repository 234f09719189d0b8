"""Months, seasons and halves named relative to the day said: this summer, next spring, the coming season.

The makers have the shape described in `named_dates`; without a day to count from they return None.
"""

from datetime import date, timedelta

from registry.domain.extraction.calendar_rules import months_from, season, unit_around
from registry.domain.extraction.date_values import Period
from registry.domain.extraction.named_dates import Caught, Maker

_END_OF_SEASON = 5


def _coming_names(caught: Caught) -> list[Period]:
    """Three successive Marches or summers, the first of which has not passed on the day said."""
    if caught.said_on is None:
        return []
    if "MONTH" in caught.values:
        periods = [months_from(caught.said_on.year + k, caught.values["MONTH"], 1, "month", True) for k in range(-1, 4)]
    else:
        periods = [season(caught.said_on.year + k, caught.values["SEASON"], True) for k in range(-1, 4)]
    return [period for period in periods if period.last >= caught.said_on][:3]


def _name_this(caught: Caught) -> Period | None:
    """This summer: the one that runs or comes next."""
    coming = _coming_names(caught)
    return coming[0] if coming else None


def _name_coming(caught: Caught) -> Period | None:
    """The coming summer: the next that has not begun."""
    coming = [period for period in _coming_names(caught) if caught.said_on and period.first > caught.said_on]
    return coming[0] if coming else None


def _name_next(caught: Caught) -> Period | None:
    """Next spring.

    English leaves out the one of this calendar year, German the one that runs already; the nearer one is
    kept as the other reading where it differs.
    """
    coming = _coming_names(caught)
    if not coming or caught.said_on is None:
        return None
    running = coming[0].first <= caught.said_on
    skip = running or (caught.words.next_is_following_week and coming[0].first.year == caught.said_on.year)
    chosen, other = (coming[1], coming[0]) if skip else (coming[0], coming[1])
    return Period(chosen.first, chosen.last, chosen.precision, True, None if running else other)


def _sport_season(caught: Caught) -> Period | None:
    """The season of European team sports, from August; between two of them it is the one to come.

    The argument is "distance,last month": English football ends in May, the German playing year on 30 June.
    """
    distance, _, month = caught.argument.partition(",")
    ends = int(month or _END_OF_SEASON)
    if "YEAR" in caught.values:
        starts = caught.values["YEAR"]
    elif caught.said_on is None:
        return None
    else:
        between = ends < caught.said_on.month < 8 and distance == "0"
        starts = caught.said_on.year - (caught.said_on.month < 8) + between + int(distance)
    last = months_from(starts + 1, ends, 1, "month").last
    return Period(date(starts, 8, 1), last, "term", "YEAR" not in caught.values)


def _half_of_month(caught: Caught) -> Period | None:
    if caught.said_on is None or caught.values["ORDINAL"] > 2:
        return None
    month = unit_around(caught.said_on, "month")
    middle = month.first + timedelta(days=14)
    if caught.values["ORDINAL"] == 1:
        return Period(month.first, middle, "month")
    return Period(middle + timedelta(days=1), month.last, "month")


RELATIVE_NAMES: dict[str, Maker] = {
    "name_this": _name_this,
    "name_coming": _name_coming,
    "name_next": _name_next,
    "sport_season": _sport_season,
    "half_of_month": _half_of_month,
}
