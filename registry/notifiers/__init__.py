"""The world going out: one module for each kind of channel."""

from collections.abc import Mapping
from typing import Protocol

from registry.domain.messages import Outgoing
from registry.domain.vocabulary import ChannelKind
from registry.notifiers.log import Log
from registry.notifiers.mail import Mail
from registry.notifiers.webhook import Webhook
from registry.outbound import Network
from registry.outbound.mail import MailServer


class Notifier(Protocol):
    """Delivers messages of one kind."""

    def deliver(self, message: Outgoing) -> None:
        """Deliver the message, or raise.

        Raises:
            Unwanted: the receiver wants no message any more.
            Undeliverable: this message will never be taken.
            RegistryError: anything else that may be over at the next attempt.
        """


Notifiers = Mapping[ChannelKind, Notifier]


def notifiers(server: MailServer | None, network: Network, *, private_webhooks: bool) -> Notifiers:
    """A notifier for each kind of channel; without a mail server e-mail fails until there is one."""
    return {
        ChannelKind.log: Log(),
        ChannelKind.email: Mail(server),
        ChannelKind.webhook: Webhook(network, private=private_webhooks),
    }
