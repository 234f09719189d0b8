"""Messages on their way: taken, delivered or not, and tried again.

Whoever takes a message has recorded the attempt, and committed, before anything leaves. Whether they then
succeed, fail or die, the message is delivered at least once, always under the same key: its id.
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy import update
from sqlmodel import Session, col, select

from registry.actions.acting import Actor
from registry.actions.renewing_messages import may_have_arrived, renew
from registry.actions.rerouting import reroute, switch_off
from registry.actions.writing_events import write_event
from registry.domain.deliveries import MOST_ATTEMPTS, pause_after
from registry.domain.errors import Conflict, Invalid, NotAllowed
from registry.domain.messages import Outgoing
from registry.domain.vocabulary import ChannelKind, Role
from registry.schemas.channels import Message
from registry.storage import channels as stored
from registry.storage.tables import ChannelRow, DeliveryRow, MessageRow, PersonRow

LONGEST_ERROR = 2000


def take_next(session: Session, *, dashboard_url: str, now: datetime) -> Outgoing | None:
    """The message to deliver next; None if there is none. It counts as an attempt from here on.

    Nobody else takes it before the pause after this attempt is over. What it says is true at `now`, unless it
    may have arrived already.
    """
    while (row := stored.next_message(session, now)) is not None:
        channel = stored.for_change(session, row.channel_id)
        if channel.disabled_at is not None:
            _give_up(session, row, channel, "The channel is switched off.", now)
            continue
        renewed = _renewed(session, row, channel, dashboard_url, now)
        if renewed is not None:
            return _taken(session, renewed, channel, now)
    return None


def _renewed(
    session: Session, row: MessageRow, channel: ChannelRow, dashboard_url: str, now: datetime
) -> MessageRow | None:
    try:
        with session.begin_nested():
            return renew(session, row, channel, dashboard_url=dashboard_url, now=now)
    except Invalid as problem:
        # One person's impossible zone must not keep what waits for the others.
        _start_attempt(row, now)
        session.flush()
        mark_failed(session, row.id, problem.detail, final=False, now=now)
        return None


def _start_attempt(row: MessageRow, now: datetime) -> None:
    row.attempts += 1
    row.next_attempt_at = now + pause_after(row.attempts)


def _taken(session: Session, row: MessageRow, channel: ChannelRow, now: datetime) -> Outgoing:
    row.may_have_arrived = may_have_arrived(row)
    _start_attempt(row, now)
    row.last_error = None  # until somebody has seen how this attempt ends
    session.flush()
    person = session.get_one(PersonRow, channel.person_id)
    return Outgoing(
        id=row.id,
        kind=ChannelKind(channel.kind),
        recipient=person.name,
        address=channel.address or (person.email if channel.kind == ChannelKind.email else None),
        secret=channel.secret,
        subject=row.subject,
        body=row.body or row.subject,
        content=row.content,
        created_at=row.created_at,
        attempted_at=now,
    )


def mark_sent(session: Session, message_id: UUID, *, now: datetime) -> None:
    """Write down that a message was delivered."""
    session.execute(
        update(MessageRow)
        .where(col(MessageRow.id) == message_id, col(MessageRow.sent_at).is_(None))
        .values(sent_at=now, failed_at=None, last_error=None)
    )


def mark_failed(session: Session, message_id: UUID, error: str, *, final: bool, now: datetime) -> None:
    """Write down that an attempt failed; after the last one, or a `final` one, the message is given up."""
    row = stored.message_for_change(session, message_id)
    if row.sent_at is not None:
        return
    row.last_error = error[:LONGEST_ERROR]
    if final or row.attempts >= MOST_ATTEMPTS:
        row.failed_at = now
    session.flush()


def mark_unwanted(session: Session, message_id: UUID, reason: str, *, now: datetime) -> None:
    """The receiver wants no more: its channel is switched off, the reminders go another way."""
    row = stored.message_for_change(session, message_id)
    channel = stored.for_change(session, row.channel_id)
    switch_off(session, channel, reason, now)
    _give_up(session, row, channel, reason, now)


def _give_up(session: Session, row: MessageRow, channel: ChannelRow, reason: str, now: datetime) -> None:
    row.failed_at, row.last_error = now, reason[:LONGEST_ERROR]
    session.flush()
    query = select(DeliveryRow.reminder_id).where(col(DeliveryRow.message_id) == row.id)
    reroute(session, channel, list(session.exec(query).all()), now)


def try_again(session: Session, actor: Actor, message_id: UUID, *, now: datetime) -> Message:
    """Deliver a message that was given up, or waits for its next attempt, at once; its attempts start anew.

    Raises Missing, NotAllowed for another person's unless an admin acts, Conflict where it was delivered or
    its channel is switched off.
    """
    row = stored.message_for_change(session, message_id)
    channel = session.get_one(ChannelRow, row.channel_id)
    if channel.person_id != actor.person_id and actor.role != Role.admin:
        raise NotAllowed("This message goes to someone else; they or an admin may try it again.")
    if row.sent_at is not None:
        raise Conflict("This message was delivered; there is nothing to try again.")
    if row.dropped_at is not None:
        raise Conflict("This message was out of date; what still held went into a later one.")
    if channel.disabled_at is not None:
        raise Conflict("The channel of this message is switched off; switch it on first.")
    row.failed_at, row.attempts, row.next_attempt_at = None, 0, now
    session.flush()
    shown = stored.present_messages(session, [row])[0]
    write_event(session, actor, "tried again", "message", shown, now)
    return shown
