"""What falls due, as a calendar to subscribe to (RFC 5545)."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from icalendar import Calendar, Event

from registry.domain.due_feeds import DueEntry
from registry.domain.messages import one_line

MEDIA_TYPE = "text/calendar; charset=utf-8"


def calendar_of(entries: Sequence[DueEntry], *, name: str, now: datetime) -> bytes:
    """The calendar: one event on the due day of each prediction, which leads to where it is judged."""
    calendar = Calendar()
    calendar.add("prodid", "-//Prediction registry//EN")
    calendar.add("version", "2.0")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", timedelta(hours=6), parameters={"value": "DURATION"})
    for entry in entries:
        calendar.add_component(_event(entry, now))
    return bytes(calendar.to_ical())


def _event(entry: DueEntry, now: datetime) -> Event:
    event = Event()
    event.add("uid", f"{entry.id}@prediction-registry")
    event.add("dtstamp", now.astimezone(UTC))
    event.add("last-modified", entry.changed_at.astimezone(UTC))
    event.add("sequence", entry.version)
    event.add("dtstart", entry.day)
    event.add("dtend", entry.day + timedelta(days=1))
    event.add("summary", one_line(f"{entry.author}: {entry.statement}"))
    event.add("description", f"{one_line(entry.criteria, 1000)}\n\n{entry.link}")
    event.add("url", entry.link)
    event.add("transp", "TRANSPARENT")
    return event
