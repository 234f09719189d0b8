"""Which days a prediction may carry: its due window, or the review days of an undated one."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from registry.domain.due import day_of, zone_named
from registry.domain.errors import Fault, Invalid

REVIEW_DAYS = 180
HORIZON_DAYS = 1826  # five years


@dataclass(frozen=True, slots=True)
class Window:
    """The days of one prediction, all in `time_zone` (an IANA name).

    Due from `due_from` (optional) to `due_on` (last day, inclusive). Undated predictions have
    `review_on`, the day on which somebody looks again, and `horizon_on`, the day from which a verdict is
    demanded.
    """

    made_on: date
    due_on: date | None = None
    review_on: date | None = None
    due_from: date | None = None
    horizon_on: date | None = None
    time_zone: str = "UTC"


def default_review_on(made_on: date, days: int = REVIEW_DAYS) -> date:
    """The day on which an undated prediction is first looked at again."""
    return made_on + timedelta(days=days)


def default_horizon_on(made_on: date, days: int = HORIZON_DAYS) -> date:
    """The day from which an undated prediction is no longer put off: a verdict is demanded."""
    return made_on + timedelta(days=days)


def with_defaults(window: Window) -> Window:
    """The same window; an undated one gains the review day it lacks, and a horizon not before that."""
    if window.due_on is not None:
        return window
    review_on = window.review_on or default_review_on(window.made_on)
    horizon_on = window.horizon_on or max(review_on, default_horizon_on(window.made_on))
    return replace(window, review_on=review_on, horizon_on=horizon_on)


def window_faults(window: Window, now: datetime) -> tuple[Fault, ...]:
    """Every rule that the window breaks at `now`; empty when it is sound.

    "In the future" means after today in the prediction's own zone. A `due_from` before `made_on` is sound: a
    claim about 2026 may be made in the midst of 2026.
    """
    try:
        today = day_of(now, zone_named(window.time_zone))
    except Invalid as problem:
        return problem.faults
    return tuple(_faults_at(window, today))


def check_window(window: Window, now: datetime) -> None:
    """Raise Invalid with a fault for every rule that the window breaks."""
    faults = window_faults(window, now)
    if faults:
        raise Invalid("The days of this prediction do not fit together.", faults)


def _faults_at(window: Window, today: date) -> Iterator[Fault]:
    made_on, due_on, review_on = window.made_on, window.due_on, window.review_on
    if made_on > today:
        yield Fault("made_on", f"{made_on} lies in the future; today is {today} in {window.time_zone}")
    if due_on is None and review_on is None:
        yield Fault("due_on", "give due_on, or review_on if the text names no date")
    if _precedes(due_on, made_on):
        yield Fault("due_on", f"{due_on} lies before the day it was said, {made_on}")
    if _precedes(due_on, window.due_from):
        yield Fault("due_from", f"{window.due_from} lies after due_on, {due_on}")
    if _precedes(review_on, made_on):
        yield Fault("review_on", f"{review_on} lies before the day it was said, {made_on}")
    first = review_on or made_on
    if _precedes(window.horizon_on, first):
        yield Fault("horizon_on", f"{window.horizon_on} lies before {first}; a horizon comes after the first review")


def _precedes(day: date | None, other: date | None) -> bool:
    return day is not None and other is not None and day < other
