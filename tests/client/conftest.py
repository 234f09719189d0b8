"""A client of the registry in this process, and one whose registry answers as a test says."""

from collections.abc import Callable, Sequence

import httpx
import pytest

from registry.client import Client
from tests.registry_in_process import ClientOf, client_of, registry_app, set_clock

# Fixtures of the registry in this process, for the tests beside this file.
__all__ = ["client_of", "registry_app", "set_clock"]

Outcome = httpx.Response | Exception


class Scripted:
    """Answers one request after the other as scripted, and remembers what was asked."""

    def __init__(self, outcomes: Sequence[Outcome]) -> None:
        self.outcomes = list(outcomes)
        self.requests: list[httpx.Request] = []
        self.pauses: list[float] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        outcome = self.outcomes.pop(0)
        if isinstance(outcome, Exception):
            raise outcome
        return outcome


Script = Callable[..., tuple[Client, Scripted]]


@pytest.fixture
def client(client_of: ClientOf) -> Client:
    """A client with an admin's key."""
    return client_of("admin", "Ada Editor")


@pytest.fixture
def script() -> Script:
    """`script(*outcomes)`: a client and the registry that will answer it so."""

    def make(*outcomes: Outcome) -> tuple[Client, Scripted]:
        scripted = Scripted(outcomes)
        client = Client(
            "http://registry.test",
            "fr_key",
            sleep=scripted.pauses.append,
            new_key=lambda: "key-1",
            transport=httpx.MockTransport(scripted),
        )
        return client, scripted

    return make


def problem(status: int, kind: str = "", **more: object) -> httpx.Response:
    """A refusal in the registry's own words."""
    body = {"type": f"/problems/{kind}", "title": "Refused", "status": status, "detail": "Try.", **more}
    return httpx.Response(status, json=body, headers={"Content-Type": "application/problem+json"})
