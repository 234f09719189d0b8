"""Channels and messages as stored."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import func
from sqlmodel import Session, col, select

from registry.domain.errors import Missing
from registry.domain.vocabulary import ChannelKind, MessageState
from registry.schemas.channels import Channel, Message
from registry.schemas.pages import Page
from registry.storage.keyset import Sort, read_slice
from registry.storage.reminders import state_of
from registry.storage.tables import ChannelRow, DeliveryRow, MessageRow, PersonRow, ReminderRow

_WAITS = (col(DeliveryRow.message_id).is_(None), col(DeliveryRow.dropped_at).is_(None))
_OPEN = (col(MessageRow.sent_at).is_(None), col(MessageRow.failed_at).is_(None), col(MessageRow.dropped_at).is_(None))
LATEST = Sort("-created", (col(MessageRow.created_at), col(MessageRow.id)), descending=True)


def for_change(session: Session, channel_id: UUID) -> ChannelRow:
    """The channel's row, locked. Raises Missing."""
    query = select(ChannelRow).where(col(ChannelRow.id) == channel_id).with_for_update()
    row = session.exec(query.execution_options(populate_existing=True)).first()
    if row is None:
        raise Missing(f"There is no channel {channel_id}.")
    return row


def of_person(session: Session, person_id: UUID) -> list[ChannelRow]:
    """A person's channels, the oldest first."""
    query = select(ChannelRow).where(col(ChannelRow.person_id) == person_id)
    return list(session.exec(query.order_by(col(ChannelRow.created_at), col(ChannelRow.id))))


def present(session: Session, rows: Sequence[ChannelRow]) -> list[Channel]:
    """Channels as they are read, without their secrets."""
    query = select(PersonRow.id, PersonRow.name).where(col(PersonRow.id).in_({row.person_id for row in rows}))
    names = dict(session.exec(query).all())
    return [Channel(**row.model_dump(exclude={"secret"}, warnings=False), person=names[row.person_id]) for row in rows]


def waiting_channels(session: Session) -> list[UUID]:
    """Channels that have something to carry."""
    query = select(DeliveryRow.channel_id).where(*_WAITS).distinct()
    return list(session.exec(query.order_by(col(DeliveryRow.channel_id))).all())


def recipient_of(session: Session, channel_id: UUID) -> str:
    """The name of the person whom the channel reaches."""
    query = select(PersonRow.name).join(ChannelRow, col(ChannelRow.person_id) == col(PersonRow.id))
    return session.exec(query.where(col(ChannelRow.id) == channel_id)).one()


def has_digest(session: Session, channel_id: UUID, day: object) -> bool:
    """Whether the channel has had its message of that day."""
    query = select(MessageRow.id).where(
        col(MessageRow.channel_id) == channel_id, col(MessageRow.day) == day, col(MessageRow.dropped_at).is_(None)
    )
    return session.exec(query).first() is not None


def on_its_way(session: Session, channel_id: UUID, kind: str) -> bool:
    """Whether a message of that kind waits to be delivered by the channel."""
    query = select(MessageRow.id).where(col(MessageRow.channel_id) == channel_id, col(MessageRow.kind) == kind, *_OPEN)
    return session.exec(query).first() is not None


def not_arrived(session: Session, channel_id: UUID, kind: str) -> list[MessageRow]:
    """Messages of that kind that wait and cannot have arrived; the oldest first.

    Of one that may have, an attempt is under way, or ended without anybody seeing how.
    """
    row = MessageRow
    seen_failing = ~col(row.may_have_arrived) & ((col(row.attempts) == 0) | col(row.last_error).is_not(None))
    query = select(row).where(col(row.channel_id) == channel_id, col(row.kind) == kind, seen_failing, *_OPEN)
    query = query.order_by(col(row.created_at), col(row.id)).with_for_update(skip_locked=True)
    return list(session.exec(query.execution_options(populate_existing=True)))


def carried_by(session: Session, messages: Sequence[UUID]) -> list[tuple[DeliveryRow, ReminderRow]]:
    """What these messages carry, the longest planned first."""
    query = (
        select(DeliveryRow, ReminderRow)
        .join(ReminderRow, col(ReminderRow.id) == col(DeliveryRow.reminder_id))
        .where(col(DeliveryRow.message_id).in_(messages), col(DeliveryRow.dropped_at).is_(None))
        .order_by(col(ReminderRow.planned_for), col(ReminderRow.id))
    )
    return list(session.exec(query).all())


def waiting_reminders(session: Session, channel_id: UUID) -> list[tuple[DeliveryRow, ReminderRow]]:
    """What waits for the channel's next message, the longest planned first."""
    query = (
        select(DeliveryRow, ReminderRow)
        .join(ReminderRow, col(ReminderRow.id) == col(DeliveryRow.reminder_id))
        .where(col(DeliveryRow.channel_id) == channel_id, *_WAITS)
        .order_by(col(ReminderRow.planned_for), col(ReminderRow.id))
    )
    return list(session.exec(query).all())


def message_page(
    session: Session, person_id: UUID | None, state: MessageState | None, cursor: str | None, limit: int
) -> Page[Message]:
    """Messages, the latest first: of one person, or of all; in one state, or in any."""
    query = select(MessageRow)
    if person_id is not None:
        own = select(col(ChannelRow.id)).where(col(ChannelRow.person_id) == person_id)
        query = query.where(col(MessageRow.channel_id).in_(own))
    row = MessageRow
    sent, failed = col(row.sent_at).is_not(None), col(row.failed_at).is_not(None)
    dropped = col(row.dropped_at).is_not(None)
    if state is not None:
        conditions = {
            MessageState.sent: sent,
            MessageState.dropped: dropped & ~sent,
            MessageState.failed: failed & ~sent & ~dropped,
            MessageState.waiting: ~failed & ~sent & ~dropped,
        }
        query = query.where(conditions[state])
    found = read_slice(session, query, LATEST, cursor, limit)
    return Page[Message](items=present_messages(session, found.rows), next_cursor=found.next_cursor)


def present_messages(session: Session, rows: Sequence[MessageRow]) -> list[Message]:
    """Messages as they are read, without their words."""
    ids = [row.id for row in rows]
    named = (
        select(ChannelRow.id, ChannelRow.kind, PersonRow.name)
        .join(PersonRow, col(PersonRow.id) == col(ChannelRow.person_id))
        .where(col(ChannelRow.id).in_({row.channel_id for row in rows}))
    )
    channels = {channel: (kind, name) for channel, kind, name in session.exec(named)}
    counted = (
        select(DeliveryRow.message_id, func.count(func.distinct(col(ReminderRow.prediction_id))))
        .join(ReminderRow, col(ReminderRow.id) == col(DeliveryRow.reminder_id))
        .where(col(DeliveryRow.message_id).in_(ids))
        .group_by(col(DeliveryRow.message_id))
    )
    counts = dict(session.exec(counted).all())
    return [
        Message(
            **row.model_dump(
                exclude={"channel_id", "body", "content", "next_attempt_at", "dropped_at", "may_have_arrived"}
            ),
            channel=row.channel_id,
            channel_kind=ChannelKind(channels[row.channel_id][0]),
            recipient=channels[row.channel_id][1],
            state=state_of(row),
            n_predictions=counts.get(row.id, 0),
            next_attempt_at=row.next_attempt_at if state_of(row) == MessageState.waiting else None,
        )
        for row in rows
    ]


def next_message(session: Session, now: datetime) -> MessageRow | None:
    """The message that has waited longest for its next attempt, locked; None if none is to be sent now."""
    row = MessageRow
    query = (
        select(row)
        .where(*_OPEN, col(row.next_attempt_at) <= now)
        .order_by(col(row.next_attempt_at), col(row.id))
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    return session.exec(query.execution_options(populate_existing=True)).first()


def message_for_change(session: Session, message_id: UUID) -> MessageRow:
    """The message's row, locked. Raises Missing."""
    query = select(MessageRow).where(col(MessageRow.id) == message_id).with_for_update()
    row = session.exec(query.execution_options(populate_existing=True)).first()
    if row is None:
        raise Missing(f"There is no message {message_id}.")
    return row
