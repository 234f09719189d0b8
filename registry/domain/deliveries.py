"""When a message is sent, and when it is tried again."""

from datetime import date, datetime, timedelta

from registry.domain.due import day_of, start_of, zone_named

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

    Hours are counted from the day's beginning, so a day without that hour has its digest all the same.
    """
    zone = zone_named(time_zone)
    day = day_of(now, zone)
    return day if now >= start_of(day, zone) + timedelta(hours=hour) else None
