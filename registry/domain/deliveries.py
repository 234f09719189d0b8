"""When a message is sent, and when it is tried again."""

from datetime import date, datetime, time, timedelta

from registry.domain.due import day_of, zone_named

MOST_ATTEMPTS = 9
"""After this many failures, some four days, a message is given up until a person says otherwise."""

FIRST_PAUSE = timedelta(minutes=5)
LONGEST_PAUSE = timedelta(days=1)


def pause_after(attempts: int) -> timedelta:
    """How long to wait after the attempt of that number, from 1: five minutes, then threefold, at most a day.

    It is also how long whoever makes an attempt has for it, before another may take it for dead.
    """
    grown: int = 3 ** min(attempts - 1, 9)
    return min(FIRST_PAUSE * grown, LONGEST_PAUSE)


def digest_day(now: datetime, time_zone: str, hour: int) -> date | None:
    """The day whose digest may go out at `now`; None before `hour` (0 to 23) o'clock in that zone.

    The hour is the one that clocks show, also on the days they are changed. A day without that hour has its
    digest as much later as clocks went forward. Invalid for an impossible zone.
    """
    zone = zone_named(time_zone)
    day = day_of(now, zone)
    return day if now >= datetime.combine(day, time(hour), tzinfo=zone) else None


def days_between(now: datetime, then: datetime, time_zone: str) -> int:
    """How many days of that zone lie between two instants: 0 on the same day, 1 for tomorrow."""
    zone = zone_named(time_zone)
    return (day_of(then, zone) - day_of(now, zone)).days
