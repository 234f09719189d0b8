"""How a person is reached, and the messages that went that way."""

import secrets
from typing import Annotated
from uuid import UUID

from fastapi import Query

from registry.actions import channels as actions
from registry.actions import messages
from registry.api.paging import Paging
from registry.api.preconditions import IfVersion
from registry.api.registry_route import registry_router
from registry.api.work import Work
from registry.domain.vocabulary import MessageState, Role
from registry.notifiers.webhook import SECRET_BYTES, secret_of
from registry.schemas.channels import Channel, ChannelChange, ChannelNew, ChannelWithSecret, Message
from registry.schemas.pages import Page
from registry.storage import channels as stored

router = registry_router("reminders")


@router.get("/channels")
def list_channels(work: Work) -> list[Channel]:
    """Your channels. Without any, reminders to you stand in the log of the scheduler."""
    return stored.present(work.session, stored.of_person(work.session, work.actor.required_id))


@router.post("/channels", status_code=201)
def open_channel(work: Work, new: ChannelNew) -> ChannelWithSecret:
    """Open a channel for yourself. The `secret` of a webhook is shown in this answer and never again."""
    work.headers["Cache-Control"] = "no-store"
    secret = secret_of(secrets.token_bytes(SECRET_BYTES))
    return actions.open_channel(work.session, work.actor, new, secret=secret, now=work.now)


@router.patch("/channels/{channel_id}")
def change_channel(work: Work, channel_id: UUID, change: ChannelChange, if_version: IfVersion) -> Channel:
    """Change a channel. What waits for one that is `disabled` goes to your other channels."""
    return actions.change(work.session, work.actor, channel_id, change, if_version=if_version, now=work.now)


@router.get("/messages")
def list_messages(
    work: Work,
    paging: Paging,
    state: Annotated[MessageState | None, Query(description="Only these; `failed` were given up.")] = None,
) -> Page[Message]:
    """Messages to you, the latest first; admins see everyone's."""
    whose = None if work.actor.role == Role.admin else work.actor.required_id
    return stored.message_page(work.session, whose, state, paging.cursor, paging.limit)


@router.post("/messages/{message_id}/retry")
def try_message_again(work: Work, message_id: UUID) -> Message:
    """Deliver a message that was given up, or waits for its next attempt, with the next run of the scheduler."""
    return messages.try_again(work.session, work.actor, message_id, now=work.now)
