"""Before a message goes out that had to wait: what it says is made true again.

A message keeps its words as long as it keeps its key. Where something it says was overtaken, it is dropped, and
what still holds goes into a new message, together with all else that waits for the same channel. A message of
which nobody knows how its last attempt ended may have arrived: it is repeated as it was.
"""

from collections.abc import Sequence
from datetime import date, datetime

from sqlmodel import Session

from registry.actions.composing import REMINDERS, write_message
from registry.actions.wanted_reminders import keep_wanted
from registry.domain.deliveries import digest_day
from registry.domain.due import day_of, zone_named
from registry.storage import channels as stored
from registry.storage.tables import ChannelRow, MessageRow, PersonRow, ReminderRow


def renew(
    session: Session, row: MessageRow, channel: ChannelRow, *, dashboard_url: str, now: datetime
) -> MessageRow | None:
    """The message to deliver in the place of `row`: itself, or one that is true; None if nothing is left to say.

    The channel is locked. Raises Invalid where the zone of the person or of a prediction is impossible.
    """
    if row.kind != REMINDERS or may_have_arrived(row):
        return row
    person = session.get_one(PersonRow, channel.person_id)
    today = digest_day(now, person.time_zone, channel.hour)
    parts = stored.not_arrived(session, channel.id, REMINDERS)
    carried = stored.carried_by(session, [part.id for part in parts])
    more = []
    if row.last_error is not None and (today is not None or not channel.digest):
        more = stored.waiting_reminders(session, channel.id)
    wanted = keep_wanted(session, sorted([*carried, *more], key=_planned), person, now)
    is_true = parts == [row] and len(wanted) == len(carried) and not more and _counts_right(row, wanted, person, now)
    if is_true:
        return row
    for part in parts:
        part.dropped_at = now
    session.flush()
    if not wanted:
        return None
    day = _free_day(session, channel, parts, today)
    fresh = write_message(session, channel, person, wanted, dashboard_url=dashboard_url, now=now, day=day)
    # So that it is given up in its time, in whatever form.
    fresh.attempts, fresh.last_error = max(part.attempts for part in parts), row.last_error
    return fresh


def may_have_arrived(row: MessageRow) -> bool:
    """Whether an attempt to deliver it ended without anybody seeing how."""
    return row.may_have_arrived or (row.attempts > 0 and row.last_error is None)


def _planned(waiting: tuple[object, ReminderRow]) -> tuple[datetime, object]:
    return waiting[1].planned_for, waiting[1].id


def _counts_right(
    row: MessageRow, wanted: Sequence[tuple[object, ReminderRow, object]], person: PersonRow, now: datetime
) -> bool:
    """Whether the days until something falls due are still as many as the message says."""
    zone = zone_named(person.time_zone)
    counts_days = any(reminder.stage.startswith("before-") for _, reminder, _ in wanted)
    return not counts_days or day_of(row.created_at, zone) == day_of(now, zone)


def _free_day(session: Session, channel: ChannelRow, parts: Sequence[MessageRow], today: date | None) -> date | None:
    if not channel.digest:
        return None
    if today is not None and not stored.has_digest(session, channel.id, today):
        return today
    return max((part.day for part in parts if part.day is not None), default=None)
