"""Channels: a person opens them, changes them, switches them off."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session

from registry.actions.acting import Actor
from registry.actions.changing import apply_changes, changes_of
from registry.actions.versions import check_version
from registry.actions.writing_channel_events import write_channel_event
from registry.domain.errors import Conflict, Missing, NotAllowed
from registry.domain.vocabulary import ChannelKind, Role
from registry.schemas.channels import Channel, ChannelChange, ChannelNew, ChannelWithSecret
from registry.storage import channels as stored
from registry.storage.tables import ChannelRow

MOST = 10


def open_channel(session: Session, actor: Actor, new: ChannelNew, *, secret: str, now: datetime) -> ChannelWithSecret:
    """Open a channel for oneself. `secret` signs what goes to a webhook; other kinds have none.

    Raises Conflict where the person has `MOST` channels, or one like it, already.
    """
    own = stored.of_person(session, actor.required_id)
    if len(own) >= MOST:
        raise Conflict(f"You have {MOST} channels already; change one of them.")
    if any((row.kind, row.address) == (new.kind, new.address) for row in own):
        raise Conflict("You have such a channel already; change that one.")
    row = ChannelRow(
        **new.model_dump(),
        person_id=actor.required_id,
        secret=secret if new.kind == ChannelKind.webhook else None,
        created_at=now,
    )
    session.add(row)
    session.flush()
    write_channel_event(session, actor, "opened", row, now)
    return ChannelWithSecret(**dict(stored.present(session, [row])[0]), secret=row.secret)


def change(
    session: Session,
    actor: Actor,
    channel_id: UUID,
    change: ChannelChange,
    *,
    if_version: int | None,
    now: datetime,
) -> Channel:
    """Change a channel, or switch it off or on. Raises Missing, Stale, NotAllowed for another person's."""
    row = stored.for_change(session, channel_id)
    _check_own(actor, row)
    check_version(row, if_version, "channel")
    changes = _changes(row, change, now)
    if changes:
        apply_changes(row, changes)
        row.version += 1
        session.flush()
        write_channel_event(session, actor, "changed", row, now)
    return stored.present(session, [row])[0]


def _check_own(actor: Actor, row: ChannelRow) -> None:
    if row.person_id == actor.person_id:
        return
    if actor.role != Role.admin:
        raise Missing(f"There is no channel {row.id} of yours.")
    if actor.person_id is None:
        raise NotAllowed("Only persons change channels.")


def _changes(row: ChannelRow, change: ChannelChange, now: datetime) -> dict[str, Any]:
    fields = change.model_copy()
    fields.model_fields_set.discard("disabled")
    changes = changes_of(row, fields)
    if "disabled" in change.model_fields_set and change.disabled != (row.disabled_at is not None):
        changes |= {"disabled_at": now if change.disabled else None, "disabled_reason": None}
    return changes
