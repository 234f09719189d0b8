"""The channel of whoever has chosen none: the log of the scheduler."""

import logging

from registry.domain.messages import Outgoing

_log = logging.getLogger("registry.reminders")


class Log:
    """Writes messages to the log, one record each."""

    def deliver(self, message: Outgoing) -> None:
        """Write the message; there is nobody who could refuse it."""
        _log.info("[%s] for %s: %s\n%s", message.id, message.recipient, message.subject, message.body)
