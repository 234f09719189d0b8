"""Webhooks, signed as Standard Webhooks asks (standardwebhooks.com, version 1 of the specification).

The signature is HMAC-SHA256 over `id.timestamp.body`. The id is the message's own, so a receiver that keeps
the ids it has seen does each thing once.
"""

import base64
import hashlib
import hmac
import json

from registry.domain.errors import Undeliverable, Unreachable, Unwanted
from registry.domain.messages import Outgoing
from registry.outbound import Limits, Network, call

PREFIX = "whsec_"
SECRET_BYTES = 32
LIMITS = Limits(max_bytes=100_000, total_seconds=20, wait_seconds=15)
GONE = 410


def secret_of(random: bytes) -> str:
    """The secret of a webhook that follows from `SECRET_BYTES` random bytes."""
    return PREFIX + base64.b64encode(random).decode()


def signature(secret: str, message_id: str, timestamp: int, body: bytes) -> str:
    """The value of `webhook-signature`. `timestamp` is in whole seconds of Unix time."""
    key = base64.b64decode(secret.removeprefix(PREFIX))
    signed = f"{message_id}.{timestamp}.".encode() + body
    return "v1," + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()


class Webhook:
    """Posts messages as JSON. `private` lets them lead into the private network."""

    def __init__(self, network: Network, *, private: bool) -> None:
        self._network = network
        self._private = private

    def deliver(self, message: Outgoing) -> None:
        """Post the message; an answer from 200 to 299 counts as taken.

        Raises Unwanted for 410, Unreachable for any other answer, since it may pass, Undeliverable without
        an address, and what `registry.outbound.call` raises.
        """
        if message.address is None or message.secret is None:
            raise Undeliverable("This webhook has no address or no secret; open a new channel.")
        body = body_of(message)
        answer = call(
            message.address,
            method="POST",
            headers=headers(message, body, message.secret),
            content=body,
            limits=LIMITS,
            network=self._network,
            guarded=not self._private,
        )
        _complain(answer.status, message.address)


def body_of(message: Outgoing) -> bytes:
    """What is posted: the message's own content, or for a notice its words."""
    if message.content is not None:
        return message.content.encode()
    notice = {
        "type": "notice",
        "timestamp": message.created_at.isoformat(),
        "data": {"recipient": message.recipient, "subject": message.subject, "text": message.body},
    }
    return json.dumps(notice, ensure_ascii=False, separators=(",", ":")).encode()


def headers(message: Outgoing, body: bytes, secret: str) -> dict[str, str]:
    """The headers that go with a body: its type, and what proves who sent it and when."""
    timestamp = int(message.attempted_at.timestamp())
    return {
        "Content-Type": "application/json",
        "webhook-id": str(message.id),
        "webhook-timestamp": str(timestamp),
        "webhook-signature": signature(secret, str(message.id), timestamp, body),
    }


def _complain(status: int, address: str) -> None:
    if 200 <= status <= 299:
        return
    if status == GONE:
        raise Unwanted(f"{address} answers 410: it wants no more messages.")
    raise Unreachable(f"{address} answers {status}; it is tried again later.")
