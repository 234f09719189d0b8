"""When a prediction falls due, and where it stands at a given instant.

Days are days of the prediction's own time zone; instants are timezone-aware and returned in UTC. Nothing
here reads a clock: `now` is always an argument. Which windows are allowed stands in
`registry.domain.windows`, how a due instant moves (snooze, review, condition) in
`registry.domain.postponing`.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from registry.domain.errors import Fault, Invalid
from registry.domain.vocabulary import Status, Urgency

EASTERNMOST = timedelta(hours=14)
SOON_DAYS = 14
OVERDUE_DAYS = 7

# Outside these the neighbouring midnight may not exist as a datetime in every zone.
_FIRST_DAY, _LAST_DAY = date(1, 1, 3), date(9999, 12, 29)


@dataclass(frozen=True, slots=True)
class DueFacts:
    """What decides where a prediction stands, apart from the time.

    `due_at` is its due instant; `judged` tells whether a judgement is in force; `condition_met` is None while
    the condition of a conditional is undecided, and always for predictions without one.
    """

    due_at: datetime
    judged: bool = False
    withdrawn: bool = False
    condition_met: bool | None = None


def zone_named(name: str) -> ZoneInfo:
    """The IANA time zone of that name; Invalid (at `time_zone`) when there is none."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError) as problem:
        fault = Fault("time_zone", f"'{name}' is not an IANA time zone; use a name such as Europe/Berlin or UTC")
        raise Invalid(fault.message, [fault]) from problem


def day_of(instant: datetime, zone: ZoneInfo) -> date:
    """The calendar day that the instant falls on in the zone."""
    return instant.astimezone(zone).date()


def is_ahead_everywhere(day: date, now: datetime) -> bool:
    """True if no calendar on earth has reached the day: the easternmost is 14 hours ahead of UTC."""
    return day > (now + EASTERNMOST).date()


@lru_cache(maxsize=4096)
def first_instant_after(day: date, zone: ZoneInfo) -> datetime:
    """The first instant (UTC) from which on the zone's calendar has left `day` behind for good.

    Usually the next midnight. Where clocks jump over midnight it is the jump itself; where they are put back
    over midnight it is the second midnight, since `day` goes on between the two; a day that a zone skipped
    (Samoa, 2011-12-30) ends where it would have begun. Invalid for days at the very ends of the calendar.
    """
    if not _FIRST_DAY <= day <= _LAST_DAY:
        raise Invalid(f"{day} is outside the calendar that time zones are defined for; use a nearer day")
    midnight = datetime.combine(day + timedelta(days=1), time(), tzinfo=zone)
    before, after = midnight.astimezone(UTC), midnight.replace(fold=1).astimezone(UTC)
    if before == after:
        return before
    if before > after:
        return _jump_between(after, before, day, zone)
    went_back_to_the_day = day_of(after - timedelta(microseconds=1), zone) <= day
    return after if went_back_to_the_day else before


def _jump_between(early: datetime, late: datetime, day: date, zone: ZoneInfo) -> datetime:
    """The second at which clocks jumped out of `day`; it lies in [early, late]."""
    while early < late:
        middle = early + timedelta(seconds=(late - early) // timedelta(seconds=2))
        if day_of(middle, zone) > day:
            late = middle
        else:
            early = middle + timedelta(seconds=1)
    return late


def start_of(day: date, zone: ZoneInfo) -> datetime:
    """The instant (UTC) at which `day` begins in the zone."""
    return first_instant_after(day - timedelta(days=1), zone)


def due_at(due_on: date | None, review_on: date | None, time_zone: str) -> datetime:
    """The instant (UTC) at which a prediction falls due.

    The first instant after `due_on` in the prediction's zone; without `due_on`, the start of `review_on`.
    Invalid when neither is given or the zone is unknown.
    """
    zone = zone_named(time_zone)
    if due_on is not None:
        return first_instant_after(due_on, zone)
    if review_on is not None:
        return start_of(review_on, zone)
    fault = Fault("due_on", "give the last day of the due window, or a review day for an undated prediction")
    raise Invalid(fault.message, [fault])


def status_at(facts: DueFacts, now: datetime) -> Status:
    """Where the prediction stands at `now`.

    Withdrawn beats judged, judged beats time. A condition decided as not met makes it due at once:
    someone has to annul it.
    """
    if facts.withdrawn:
        return Status.withdrawn
    if facts.judged:
        return Status.resolved
    if facts.condition_met is False or now >= facts.due_at:
        return Status.due
    return Status.open


def urgency_at(
    facts: DueFacts, now: datetime, soon_days: int = SOON_DAYS, overdue_days: int = OVERDUE_DAYS
) -> Urgency | None:
    """How pressing it is at `now`; None once it is resolved or withdrawn.

    `soon` from exactly `soon_days` times 24 hours before the due instant, `due` from the instant itself,
    `overdue` when more than `overdue_days` times 24 hours have passed since.
    """
    status = status_at(facts, now)
    if status is Status.due:
        is_overdue = now > facts.due_at + timedelta(days=overdue_days)
        return Urgency.overdue if is_overdue else Urgency.due
    if status is Status.open:
        is_soon = now >= facts.due_at - timedelta(days=soon_days)
        return Urgency.soon if is_soon else Urgency.later
    return None


def annulment_proposed(facts: DueFacts) -> bool:
    """Whether the condition was decided as not met and nobody has annulled the prediction yet."""
    return facts.condition_met is False and not (facts.judged or facts.withdrawn)


def is_late(entered_at: datetime, known_on: date | None, due_on: date | None, time_zone: str) -> bool:
    """Whether a prediction was entered after its outcome was known.

    True from the first instant after `known_on` in the prediction's zone, after `due_on` where `known_on` is
    missing; False where both are. Invalid for an unknown zone.
    """
    last_day = known_on or due_on
    if last_day is None:
        return False
    return entered_at >= first_instant_after(last_day, zone_named(time_zone))
