"""Webhooks against a real receiver on loopback that verifies with the reference library."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
import time_machine
from standardwebhooks.webhooks import Webhook as Reference
from standardwebhooks.webhooks import WebhookVerificationError

from registry.domain.errors import Blocked, Undeliverable, Unreachable, Unwanted
from registry.notifiers.webhook import SECRET_BYTES, Webhook, secret_of, signature
from registry.outbound import Network
from tests.outgoing import AT, outgoing

SECRET = secret_of(bytes(range(SECRET_BYTES)))


class Receiver(ThreadingHTTPServer):
    """Keeps what was posted, and answers as it was told."""

    posted: list[tuple[dict[str, str], bytes]]
    status: int

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/hook"


class Handler(BaseHTTPRequestHandler):
    server: Receiver

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.posted.append(({name.lower(): value for name, value in self.headers.items()}, body))
        self.send_response(self.server.status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        return


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with Receiver(("127.0.0.1", 0), Handler) as server:
        server.posted, server.status = [], 204
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture
def webhook() -> Webhook:
    return Webhook(Network(), private=True)


def test_the_reference_library_verifies_what_we_sign(receiver: Receiver, webhook: Webhook) -> None:
    message = outgoing(address=receiver.address, secret=SECRET)
    webhook.deliver(message)
    ((headers, body),) = receiver.posted
    assert headers["webhook-id"] == str(message.id)
    with time_machine.travel(AT, tick=False):
        assert Reference(SECRET).verify(body, headers) == json.loads(message.content or "")
        with pytest.raises(WebhookVerificationError):
            Reference(SECRET).verify(body + b" ", headers)
        with pytest.raises(WebhookVerificationError):
            Reference(secret_of(bytes(SECRET_BYTES))).verify(body, headers)


def test_the_signature_is_that_of_the_reference_library() -> None:
    body = '{"a":"ä"}'
    expected = Reference(SECRET).sign("msg_1", AT, body)
    assert signature(SECRET, "msg_1", int(AT.timestamp()), body.encode()) == expected


def test_a_notice_is_posted_in_words(receiver: Receiver, webhook: Webhook) -> None:
    webhook.deliver(outgoing(address=receiver.address, secret=SECRET, content=None))
    posted = json.loads(receiver.posted[0][1])
    assert (posted["type"], posted["data"]["text"]) == ("notice", outgoing().body)


@pytest.mark.parametrize(
    ("status", "error"),
    [(410, Unwanted), (500, Unreachable), (429, Unreachable), (404, Unreachable), (302, Unreachable)],
)
def test_only_gone_means_never_again(receiver: Receiver, webhook: Webhook, status: int, error: type[Exception]) -> None:
    receiver.status = status
    with pytest.raises(Unreachable, match=str(status)) as problem:
        webhook.deliver(outgoing(address=receiver.address, secret=SECRET))
    assert type(problem.value) is error


def test_webhooks_of_users_lead_into_no_private_network(receiver: Receiver) -> None:
    guarded = Webhook(Network(), private=False)
    for address in (receiver.address, "http://localhost/hook", "http://[::1]/hook", "http://10.0.0.1/hook"):
        with pytest.raises(Blocked):
            guarded.deliver(outgoing(address=address, secret=SECRET))
    assert receiver.posted == []


def test_without_an_address_or_secret_it_is_given_up(webhook: Webhook) -> None:
    with pytest.raises(Undeliverable):
        webhook.deliver(outgoing(secret=SECRET))
