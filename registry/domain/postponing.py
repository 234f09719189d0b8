"""How a due instant moves: a snooze, the next review of an undated prediction, a decided condition.

Each answers with the new due instant. Whoever stores it clears `flagged_at` and adds 1 to `due_round`, so
that the prediction is announced again.
"""

from datetime import date, datetime, timedelta

from registry.domain.due import DueFacts, annulment_proposed, day_of, start_of, status_at, zone_named
from registry.domain.errors import Conflict, Fault, Invalid
from registry.domain.vocabulary import Status
from registry.domain.windows import REVIEW_DAYS


def snoozed_until(
    facts: DueFacts, until: date, now: datetime, time_zone: str, horizon_on: date | None = None
) -> datetime:
    """The new due instant (UTC) of a prediction put off to the start of `until` in its zone.

    Conflict when it is resolved or withdrawn, or its condition was not met; Invalid (at `until`) when that
    instant is not later than `now`, or lies past the horizon, from which on a verdict is demanded.
    """
    status = status_at(facts, now)
    if status in (Status.resolved, Status.withdrawn):
        raise Conflict(f"This prediction is {status}; only open and due ones can be put off.")
    if annulment_proposed(facts):
        raise Conflict("The condition of this prediction was not met, so waiting changes nothing; annul it.")
    moved = start_of(until, zone_named(time_zone))
    if moved <= now:
        raise _refused(f"{until} has begun already in {time_zone}; choose a later day")
    if horizon_on is not None and until > horizon_on:
        raise _refused(f"{until} lies past the horizon, {horizon_on}; judge it, or move the horizon first")
    return moved


def snoozed_to(until: date, horizon_on: date | None, time_zone: str) -> tuple[date, datetime]:
    """The day, and its first instant (UTC), to which a snooze until `until` reaches: the horizon at most."""
    day = until if horizon_on is None else min(until, horizon_on)
    return day, start_of(day, zone_named(time_zone))


def next_review_on(
    review_on: date, now: datetime, time_zone: str, horizon_on: date | None = None, days: int = REVIEW_DAYS
) -> date | None:
    """The next review day after today of an undated prediction, `days` apart, never past its horizon.

    None once the horizon has come: then a verdict is demanded instead of another review. Reviews that were
    missed are not made up one by one.
    """
    today = day_of(now, zone_named(time_zone))
    if horizon_on is not None and today >= horizon_on:
        return None
    missed = max(0, (today - review_on).days // days + 1)
    upcoming = review_on + timedelta(days=missed * days)
    return upcoming if horizon_on is None else min(upcoming, horizon_on)


def verdict_demanded(facts: DueFacts, horizon_on: date | None, now: datetime, time_zone: str) -> bool:
    """Whether the horizon of an unresolved prediction has come, so that it cannot be put off any more."""
    if horizon_on is None or status_at(facts, now) in (Status.resolved, Status.withdrawn):
        return False
    return now >= start_of(horizon_on, zone_named(time_zone))


def due_at_once_decided(due_at: datetime, condition_met: bool, decided_at: datetime) -> datetime:
    """The due instant of a conditional whose condition was decided at `decided_at`.

    Met: its window runs on as it was. Not met: due at once, since it has to be annulled.
    """
    return due_at if condition_met else min(due_at, decided_at)


def _refused(message: str) -> Invalid:
    return Invalid(message, [Fault("until", message)])
