"""Sending reminders: written, taken, delivered, each committed before the next begins."""

import logging
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from registry.actions import messages
from registry.actions.composing import compose
from registry.domain.errors import RegistryError, Undeliverable, Unready, Unwanted
from registry.domain.messages import Outgoing
from registry.notifiers import Notifiers, notifiers
from registry.outbound import Network
from registry.outbound.mail import MailServer
from registry.settings import Settings
from registry.storage.channels import recipient_of, waiting_channels
from registry.storage.engine import SessionFactory, unit_of_work

AT_ONCE = 50
"""How many messages one run delivers, so that slow receivers do not keep predictions from being announced."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Outlets:
    """How messages leave, and where the links in them lead."""

    notifiers: Notifiers
    dashboard_url: str


def outlets(settings: Settings) -> Outlets:
    """The outlets that the operator set up."""
    server = _mail_server(settings) if settings.smtp_host else None
    made = notifiers(server, Network(), private_webhooks=settings.private_webhooks)
    return Outlets(made, settings.dashboard_url)


def _mail_server(settings: Settings) -> MailServer:
    return MailServer(
        host=settings.smtp_host,
        port=settings.smtp_port,
        sender=settings.mail_from,
        security=settings.smtp_security,
        user=settings.smtp_user,
        password=settings.smtp_password,
    )


def send(sessions: SessionFactory, now: datetime, through: Outlets, most: int = AT_ONCE) -> int:
    """Write the messages that may go out by `now`, deliver `most` of those that wait; how many arrived.

    A message that cannot be written keeps no other from going out. Raises Unready in the end, with the names
    of those for whom none could be written.
    """
    with sessions() as session:
        waiting = waiting_channels(session)
    failures = [failure for channel in waiting if (failure := _compose(sessions, channel, now, through))]
    arrived = 0
    for _ in range(most):
        with unit_of_work(sessions) as session:
            message = messages.take_next(session, dashboard_url=through.dashboard_url, now=now)
        if message is None:
            break
        arrived += _deliver(sessions, message, now, through)
    if failures:
        raise Unready(f"Messages could not be written. {' '.join(failures)}")
    return arrived


def _compose(sessions: SessionFactory, channel: UUID, now: datetime, through: Outlets) -> str | None:
    """What kept the channel's next message from being written, and whose it is; None where nothing did."""
    try:
        with unit_of_work(sessions) as session:
            compose(session, channel, dashboard_url=through.dashboard_url, now=now)
    except (RegistryError, ValueError, KeyError) as problem:
        detail = problem.detail if isinstance(problem, RegistryError) else repr(problem)
        with sessions() as session:
            name = recipient_of(session, channel)
        _log.exception("no message could be written for %s", name)
        return f"For {name}: {detail}"
    return None


def _deliver(sessions: SessionFactory, message: Outgoing, now: datetime, through: Outlets) -> bool:
    try:
        through.notifiers[message.kind].deliver(message)
    except Unwanted as problem:
        with unit_of_work(sessions) as session:
            messages.mark_unwanted(session, message.id, problem.detail, now=now)
        return False
    except RegistryError as problem:
        _log.warning("message %s did not arrive: %s", message.id, problem.detail)
        final = isinstance(problem, Undeliverable)
        with unit_of_work(sessions) as session:
            messages.mark_failed(session, message.id, problem.detail, final=final, now=now)
        return False
    with unit_of_work(sessions) as session:
        messages.mark_sent(session, message.id, now=now)
    return True
