"""E-mail, as plain text that every program shows."""

from datetime import UTC
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime

from registry.domain.errors import Undeliverable, Unready
from registry.domain.messages import Outgoing
from registry.outbound.mail import MailServer, send_mail


class Mail:
    """Sends messages through a mail server. The id is in the `Message-ID`, so that repeats fold into one."""

    def __init__(self, server: MailServer | None) -> None:
        self._server = server

    def deliver(self, message: Outgoing) -> None:
        """Hand the message to the server.

        Raises Unready without a server, Undeliverable where the person has no address or it is refused for
        good, Unreachable where the server cannot take it now.
        """
        if self._server is None:
            raise Unready("No mail server is set up; set REGISTRY_SMTP_HOST.")
        if not message.address:
            raise Undeliverable(f"{message.recipient} has no e-mail address; give one to the person or channel.")
        send_mail(self._server, written(message, self._server.sender))


def written(message: Outgoing, sender: str) -> EmailMessage:
    """The message as a mail. Raises Undeliverable for an address that is none."""
    mail = EmailMessage()
    host = sender.rpartition("@")[2]
    try:
        mail["From"] = Address("Prediction registry", addr_spec=sender)
        mail["To"] = Address(message.recipient, addr_spec=message.address or "")
    except (MessageError, ValueError, IndexError) as problem:
        raise Undeliverable(f"{message.address} is no address that mail can go to: {problem}") from problem
    mail["Subject"] = message.subject
    mail["Date"] = format_datetime(message.created_at.astimezone(UTC))
    mail["Message-ID"] = f"<{message.id}@{host}>"
    mail["Auto-Submitted"] = "auto-generated"  # keeps absence notes from being sent back (RFC 3834)
    mail.set_content(message.body, charset="utf-8")
    return mail
