"""What the preposition before a period makes of it: a window that ends with it or before it, or opens."""

from datetime import date, timedelta
from typing import NamedTuple

from registry.domain.extraction.date_values import DueDate, Frame, Period, Role

_SHORT = ("day", "week", "weekend")


class Reading(NamedTuple):
    """One period read at a token: None as period where relative words lack a day to count from.

    `part` is 1, 2 or 3 for the beginning, middle or end of something longer, else 0; `joined` tells a range.
    """

    period: Period | None
    end: int
    rule: str
    part: int = 0
    joined: bool = False


def due_date(text: str, start: int, frame: Frame, reading: Reading, said_on: date | None) -> DueDate:
    """The window that an expression opens or closes; `start` is the offset of its `text`."""
    end = start + len(text)
    place = (start, end, text, reading.rule)
    period = reading.period
    if period is None:
        return DueDate(None, None, "day", *place, "unresolved", frame=frame.kind)
    first, last = _window(period, frame, reading.part)
    if frame.kind == "by" and said_on is not None and last < said_on <= period.last:
        last = period.last  # "by spring" said in March looks to the end of it
    if frame.kind == "since" or period.past:
        return DueDate(None, last, period.precision, *place, "past", frame=frame.kind)
    if frame.kind in ("after", "from") and not reading.joined:
        opens = period.last + timedelta(days=1) if frame.kind == "after" else period.first
        eve = period.last if reading.part > 1 else period.first - timedelta(days=1)
        return DueDate(opens, None, period.precision, *place, "start", period.inferred, frame=frame.kind, eve=eve)
    role: Role = "past" if said_on is not None and last < said_on else "deadline"
    other = _other_end(period, frame, reading)
    return DueDate(first, last, period.precision, *place, role, period.inferred, other, frame.kind)


def _other_end(period: Period, frame: Frame, reading: Reading) -> date | None:
    """The last day under the other reading: "by June" may mean the end of May, "by the summer" August."""
    if period.other is not None:
        return _window(period.other, frame, reading.part)[1]
    if frame.kind != "by" or period.precision in _SHORT or reading.part:
        return None
    return period.last if period.precision == "season" else period.first - timedelta(days=1)


def _window(period: Period, frame: Frame, part: int) -> tuple[date | None, date]:
    """First and last day on which the claim may come true.

    "Before" a day, and "by" or "before" the end of something, run to that day; "before" anything longer,
    and "by" a season, run to the day before it starts; "by" the middle of a period runs to its midpoint.
    """
    if frame.kind not in ("by", "before"):
        return period.first, period.last
    single = period.first == period.last
    whole = frame.kind == "by" and period.precision != "season"
    if part or single or whole:
        return None, period.last
    return None, period.first - timedelta(days=1)
