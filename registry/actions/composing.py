"""From reminders that wait to messages: one for each person, channel and day, unless asked otherwise."""

import json
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from registry.actions.rerouting import reroute
from registry.actions.wanted_reminders import Waiting, drop, keep_wanted
from registry.domain.deliveries import days_between, digest_day
from registry.domain.due import annulment_proposed, day_of, zone_named
from registry.domain.messages import Item, reminder_data, reminder_text
from registry.domain.postponing import verdict_demanded
from registry.lexicon.messages import load_messages
from registry.storage import channels as stored
from registry.storage.presenting_predictions import due_facts
from registry.storage.tables import (
    AuthorRow,
    ChannelRow,
    MessageRow,
    PersonRow,
    PredictionRow,
    ReminderRow,
)

REMINDERS = "reminders"


def compose(session: Session, channel_id: UUID, *, dashboard_url: str, now: datetime) -> UUID | None:
    """Write the channel's next message; None if none may go out yet, or nothing is left to say.

    While one is on its way, what comes next waits, to go out together with it or after it. What waits for a
    channel that was switched off goes to the person's other channels. Raises Missing, and Invalid where the
    zone of the person or of a prediction is impossible.
    """
    channel = stored.for_change(session, channel_id)
    person = session.get_one(PersonRow, channel.person_id)
    waiting = stored.waiting_reminders(session, channel.id)
    if channel.disabled_at is not None:
        reroute(session, channel, [reminder.id for _, reminder in waiting], now)
        drop([delivery for delivery, _ in waiting], now)
        return None
    day = digest_day(now, person.time_zone, channel.hour) if channel.digest else None
    if channel.digest and (day is None or stored.has_digest(session, channel.id, day)):
        return None
    if stored.on_its_way(session, channel.id, REMINDERS):
        return None
    wanted = keep_wanted(session, waiting, person, now)
    if not wanted:
        return None
    return write_message(session, channel, person, wanted, dashboard_url=dashboard_url, now=now, day=day).id


def write_message(
    session: Session,
    channel: ChannelRow,
    person: PersonRow,
    wanted: Sequence[Waiting],
    *,
    dashboard_url: str,
    now: datetime,
    day: date | None,
) -> MessageRow:
    """Write the message that carries what is wanted, to be delivered at once."""
    words, home = load_messages(person.locale), dashboard_url.rstrip("/")
    items = _items(session, wanted, home, person.time_zone, now)
    text = reminder_text(items, words, name=person.name, overview=f"{home}/")
    data = reminder_data(items, text, name=person.name, language=person.locale, now=now)
    message = MessageRow(
        channel_id=channel.id,
        day=day,
        kind=REMINDERS,
        subject=text.subject,
        body=text.body,
        content=json.dumps(data, ensure_ascii=False, separators=(",", ":")),
        next_attempt_at=now,
        created_at=now,
    )
    session.add(message)
    session.flush()
    for delivery, _, _ in wanted:
        delivery.message_id = message.id
    session.flush()
    return message


def _items(session: Session, wanted: Sequence[Waiting], home: str, zone: str, now: datetime) -> list[Item]:
    # A prediction stands once in a message, with the latest stage it has reached.
    latest: dict[UUID, Waiting] = {reminder.prediction_id: one for one in wanted for _, reminder, _ in [one]}
    authors = {row.author_id for _, _, row in latest.values()}
    query = select(AuthorRow.id, AuthorRow.name).where(col(AuthorRow.id).in_(authors))
    names: dict[UUID, str] = dict(session.exec(query).all())
    return sorted(
        (_item(reminder, row, names, home, zone, now) for _, reminder, row in latest.values()),
        key=lambda item: (item.due_on, item.id),
    )


def _item(
    reminder: ReminderRow, row: PredictionRow, names: dict[UUID, str], home: str, zone: str, now: datetime
) -> Item:
    facts = due_facts(row)
    values: dict[str, Any] = {
        "id": str(row.id),
        "author": names[row.author_id],
        "statement": row.statement,
        "due_on": row.due_on or day_of(row.due_at, zone_named(row.time_zone)),
        "due_round": row.due_round,
        "stage": reminder.stage,
        "link": f"{home}/judge?id={row.id}",
        "days_left": None if now >= row.due_at else days_between(now, row.due_at, zone),
        "dated": row.due_on is not None,
        "annul": annulment_proposed(facts),
        "final": verdict_demanded(facts, row.horizon_on, now, row.time_zone),
    }
    return Item(**values)
