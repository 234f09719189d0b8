"""Mail against a real server on loopback, with certificates of its own."""

import ssl
from collections.abc import Iterator
from email import message_from_bytes
from email.policy import default
from typing import Any

import pytest
import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope

from registry.domain.errors import Undeliverable, Unreachable
from registry.notifiers.mail import Mail
from registry.outbound.mail import MailServer
from tests.outgoing import outgoing

HOST = "127.0.0.1"


class Postbox:
    """Takes mail, unless it was told what to say instead."""

    def __init__(self) -> None:
        self.taken: list[Envelope] = []
        self.says = "250 OK"

    async def handle_RCPT(  # noqa: N802 (the library looks for this name)
        self, _server: SMTP, _session: Any, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        if self.says.startswith("250"):
            envelope.rcpt_tos.append(address)
        return self.says

    async def handle_DATA(self, _server: SMTP, _session: Any, envelope: Envelope) -> str:  # noqa: N802
        self.taken.append(envelope)
        return "250 OK"


class AnyPort(Controller):
    """A server on whichever port the system gives it."""

    def _trigger_server(self) -> None:
        sockets: Any = getattr(self.server, "sockets", None)
        self.port = sockets[0].getsockname()[1]
        super()._trigger_server()  # type: ignore[no-untyped-call]


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture(scope="module")
def served(authority: trustme.CA) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(HOST).configure_cert(context)
    return context


@pytest.fixture
def trusting(authority: trustme.CA) -> ssl.SSLContext:
    context = ssl.create_default_context()
    authority.configure_trust(context)
    return context


@pytest.fixture
def postbox() -> Postbox:
    return Postbox()


@pytest.fixture
def starttls(postbox: Postbox, served: ssl.SSLContext) -> Iterator[int]:
    def known(server: Any, session: Any, envelope: Any, mechanism: str, data: Any) -> AuthResult:
        return AuthResult(success=(data.login, data.password) == (b"registry", b"sesame"), handled=False)

    controller = AnyPort(
        postbox, hostname=HOST, server_hostname=HOST, port=0, tls_context=served, require_starttls=True,
        authenticator=known, auth_required=True, auth_require_tls=True, auth_exclude_mechanism=["LOGIN"],
    )  # fmt: skip
    yield from running(controller)


@pytest.fixture
def tls(postbox: Postbox, served: ssl.SSLContext) -> Iterator[int]:
    yield from running(AnyPort(postbox, hostname=HOST, server_hostname=HOST, port=0, ssl_context=served))


@pytest.fixture
def plain(postbox: Postbox) -> Iterator[int]:
    yield from running(AnyPort(postbox, hostname=HOST, server_hostname=HOST, port=0))


def running(controller: AnyPort) -> Iterator[int]:
    controller.start()
    yield controller.port
    controller.stop()


def server(port: int, **fields: Any) -> MailServer:
    values: dict[str, Any] = {"host": HOST, "port": port, "sender": "registry@example.org"}
    return MailServer(**(values | fields))


TO_ADA = outgoing(address="ada@example.org", recipient="Ada Ä., Editor")


def test_mail_goes_encrypted_to_who_proves_their_name(
    starttls: int, postbox: Postbox, trusting: ssl.SSLContext
) -> None:
    Mail(server(starttls, user="registry", password="sesame", context=trusting)).deliver(TO_ADA)
    (envelope,) = postbox.taken
    assert (envelope.mail_from, envelope.rcpt_tos) == ("registry@example.org", ["ada@example.org"])
    assert isinstance(envelope.content, bytes)
    mail = message_from_bytes(envelope.content, policy=default)
    assert mail["Subject"] == TO_ADA.subject
    assert mail["To"] == '"Ada Ä., Editor" <ada@example.org>'
    assert mail["Message-ID"] == f"<{TO_ADA.id}@example.org>"
    assert mail.get_content_type() == "text/plain"
    assert mail.get_content().replace("\r\n", "\n") == TO_ADA.body


def test_mail_goes_over_tls_from_the_first_byte(tls: int, postbox: Postbox, trusting: ssl.SSLContext) -> None:
    Mail(server(tls, security="tls", context=trusting)).deliver(TO_ADA)
    assert len(postbox.taken) == 1


def test_nothing_is_said_to_a_server_that_nobody_vouches_for(starttls: int, postbox: Postbox) -> None:
    with pytest.raises(Unreachable, match="certificate"):
        Mail(server(starttls)).deliver(TO_ADA)
    assert postbox.taken == []


def test_nothing_is_sent_in_the_clear_unless_asked(plain: int, postbox: Postbox) -> None:
    with pytest.raises(Unreachable, match="STARTTLS"):
        Mail(server(plain)).deliver(TO_ADA)
    Mail(server(plain, security="none")).deliver(TO_ADA)
    assert len(postbox.taken) == 1


def test_a_wrong_password_is_tried_again_later(starttls: int, trusting: ssl.SSLContext) -> None:
    with pytest.raises(Unreachable) as problem:
        Mail(server(starttls, user="registry", password="wrong", context=trusting)).deliver(TO_ADA)
    assert not isinstance(problem.value, Undeliverable)


@pytest.mark.parametrize(("says", "for_good"), [("550 no such person", True), ("451 try later", False)])
def test_a_refusal_is_for_good_or_for_now(plain: int, postbox: Postbox, says: str, for_good: bool) -> None:
    postbox.says = says
    with pytest.raises(Unreachable, match=says) as problem:
        Mail(server(plain, security="none")).deliver(TO_ADA)
    assert isinstance(problem.value, Undeliverable) is for_good


def test_a_server_that_is_away_is_tried_again_later() -> None:
    with pytest.raises(Unreachable) as problem:
        Mail(server(1, security="none")).deliver(TO_ADA)
    assert not isinstance(problem.value, Undeliverable)


@pytest.mark.parametrize("address", [None, "", "ada", "ada@example.org\r\nBcc: all@example.org", "@", "a b@c d"])
def test_an_address_that_is_none_is_given_up(address: str | None) -> None:
    with pytest.raises(Undeliverable):
        Mail(server(1, security="none")).deliver(outgoing(address=address))
