"""When a channel is no more: what it did not carry goes another way, and its owner is told."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from registry.actions.acting import SCHEDULER
from registry.actions.reminders import channels_for
from registry.actions.writing_channel_events import write_channel_event
from registry.domain.messages import notice_text
from registry.lexicon.messages import load_messages
from registry.storage.tables import ChannelRow, DeliveryRow, MessageRow, PersonRow

NOTICE = "notice"


def switch_off(session: Session, channel: ChannelRow, reason: str, now: datetime) -> None:
    """Switch a channel off because its receiver wants no more, and tell its owner by the others."""
    if channel.disabled_at is not None:
        return
    channel.disabled_at, channel.disabled_reason = now, reason[:500]
    channel.version += 1
    session.flush()
    write_channel_event(session, SCHEDULER, "switched off", channel, now)
    person = session.get_one(PersonRow, channel.person_id)
    address = channel.address or channel.kind
    text = notice_text(load_messages(person.locale), name=person.name, address=address, reason=reason)
    session.add_all(
        MessageRow(
            channel_id=other,
            kind=NOTICE,
            subject=text.subject,
            body=text.body,
            next_attempt_at=now,
            created_at=now,
        )
        for other in channels_for(session, {person.id}, now)[person.id]
    )
    session.flush()


def reroute(session: Session, channel: ChannelRow, reminders: Sequence[UUID], now: datetime) -> None:
    """Let reminders that a channel did not carry wait for the person's other channels."""
    if not reminders:
        return
    others = channels_for(session, {channel.person_id}, now)[channel.person_id]
    query = select(DeliveryRow.reminder_id, DeliveryRow.channel_id).where(col(DeliveryRow.reminder_id).in_(reminders))
    known = set(session.exec(query).all())
    session.add_all(
        DeliveryRow(reminder_id=reminder, channel_id=other)
        for reminder in reminders
        for other in others
        if (reminder, other) not in known
    )
    session.flush()
