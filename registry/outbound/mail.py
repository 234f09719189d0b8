"""Handing a mail to a mail server, the operator's own."""

import smtplib
import ssl
from dataclasses import dataclass, field
from email.message import EmailMessage

from registry.domain.errors import Undeliverable, Unreachable

WAIT_SECONDS = 20.0


@dataclass(frozen=True, slots=True)
class MailServer:
    """A mail server and how to speak to it. `security`: `starttls`, `tls` from the first byte, or `none`."""

    host: str
    port: int
    sender: str
    security: str = "starttls"
    user: str = ""
    password: str = field(default="", repr=False)
    context: ssl.SSLContext = field(default_factory=ssl.create_default_context)


def send_mail(server: MailServer, mail: EmailMessage) -> None:
    """Hand `mail` over.

    Raises:
        Undeliverable: the server refuses the mail or its recipient for good.
        Unreachable: there is no server, no safe connection, or it cannot take the mail now.
    """
    try:
        with _connected(server) as connection:
            if server.security == "starttls":
                connection.starttls(context=server.context)
            if server.user:
                connection.login(server.user, server.password)
            connection.send_message(mail)
    except smtplib.SMTPRecipientsRefused as problem:
        code, words = next(iter(problem.recipients.values()))
        raise _refused(server, code, words) from problem
    except (smtplib.SMTPSenderRefused, smtplib.SMTPDataError) as problem:
        raise _refused(server, problem.smtp_code, problem.smtp_error) from problem
    except (smtplib.SMTPException, OSError, UnicodeError) as problem:
        raise Unreachable(f"The mail server {server.host} took nothing: {problem}") from problem


def _connected(server: MailServer) -> smtplib.SMTP:
    # By the sender's domain, for the system's own name would have to be looked up first.
    name = server.sender.rpartition("@")[2] or "localhost"
    if server.security == "tls":
        return smtplib.SMTP_SSL(server.host, server.port, name, timeout=WAIT_SECONDS, context=server.context)
    return smtplib.SMTP(server.host, server.port, name, timeout=WAIT_SECONDS)


def _refused(server: MailServer, code: int, words: bytes | str) -> Unreachable:
    said = words.decode("utf-8", "replace") if isinstance(words, bytes) else words
    detail = f"The mail server {server.host} refuses the mail: {code} {said}"
    # RFC 5321: 4xx may pass at another time, 5xx will not.
    return Undeliverable(detail) if code >= 500 else Unreachable(detail)
