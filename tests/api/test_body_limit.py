"""Bodies beyond the limit are refused before they fill the memory."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from fastapi import FastAPI
from starlette.types import Message

from registry.domain.vocabulary import Role
from registry.storage.engine import SessionFactory
from tests.api.conftest import secret_of

MEGABYTE = 1_000_000
FIFTY_MEGABYTES = 50 * MEGABYTE


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """What is too large never comes near a database."""
    return sqlite_url


@pytest.fixture
def post(app: FastAPI, sessions: SessionFactory) -> Callable[..., tuple[int, dict[str, Any], int]]:
    """Sends a body in chunks of a megabyte; status, answer, and how many chunks were taken."""
    secret = secret_of(sessions, Role.admin)

    def send_body(n_bytes: int, **headers: str) -> tuple[int, dict[str, Any], int]:
        fields = {"authorization": f"Bearer {secret}", "content-type": "application/json", **headers}
        return asyncio.run(exchange(app, n_bytes, fields))

    return send_body


async def exchange(app: FastAPI, n_bytes: int, fields: dict[str, str]) -> tuple[int, dict[str, Any], int]:
    taken, sent = 0, list[Message]()

    async def receive() -> Message:
        nonlocal taken
        taken += 1
        return {"type": "http.request", "body": b"7" * MEGABYTE, "more_body": taken * MEGABYTE < n_bytes}

    await app(scope_of(fields), receive, collector(sent))
    body = b"".join(message.get("body", b"") for message in sent)
    return sent[0]["status"], json.loads(body), taken


def collector(sent: list[Message]) -> Callable[[Message], Awaitable[None]]:
    async def send(message: Message) -> None:
        sent.append(message)

    return send


def scope_of(fields: dict[str, str]) -> dict[str, Any]:
    headers = [(name.replace("_", "-").encode(), value.encode()) for name, value in fields.items()]
    return {
        "type": "http",
        "http_version": "1.1",
        "method": "POST",
        "scheme": "http",
        "path": "/api/v1/persons",
        "raw_path": b"/api/v1/persons",
        "query_string": b"",
        "headers": headers,
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 8000),
    }


def test_a_body_that_announces_its_size_is_refused_unread(post: Callable[..., Any]) -> None:
    status, problem, taken = post(FIFTY_MEGABYTES, content_length=str(FIFTY_MEGABYTES))
    assert (status, taken) == (413, 0)
    assert problem["type"] == "/problems/too-large"
    assert "20,000,000 bytes" in problem["detail"]


@pytest.mark.parametrize("headers", [{}, {"content_length": "10"}, {"idempotency_key": "k"}])
def test_a_body_that_hides_its_size_is_refused_at_the_limit(post: Callable[..., Any], headers: dict[str, str]) -> None:
    status, problem, taken = post(FIFTY_MEGABYTES, **headers)
    assert (status, taken) == (413, 21)
    assert problem["type"] == "/problems/too-large"


def test_a_body_within_the_limit_is_read_to_its_end(post: Callable[..., Any]) -> None:
    status, _, taken = post(2 * MEGABYTE)
    assert (status, taken) == (400, 2)
