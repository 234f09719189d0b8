"""The way of every request."""

import sqlite3
from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from registry.api.registry_route import registry_router
from registry.domain.vocabulary import Role
from registry.storage.engine import SessionFactory
from tests.api.conftest import secret_of


@pytest.fixture
def locked_client(app: FastAPI, sqlite_url: str, sessions: SessionFactory) -> Iterator[TestClient]:
    """A client of the API while somebody else is writing."""
    secret = secret_of(sessions, Role.admin)
    other = sqlite3.connect(sqlite_url.removeprefix("sqlite:///"), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    yield TestClient(app, headers={"Authorization": f"Bearer {secret}"})
    other.close()


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_neither_reading_nor_refusing_waits_for_who_is_writing(locked_client: TestClient) -> None:
    assert locked_client.get("/api/v1/me").status_code == 200
    assert locked_client.post("/api/v1/persons", json={"name": ""}).status_code == 422
    assert locked_client.post("/api/v1/persons", content=b"{").status_code in {400, 422}


def test_a_request_without_a_right_to_it_is_refused_before_it_is_read(anonymous: TestClient) -> None:
    answer = anonymous.post("/api/v1/persons", content=b"{", headers={"Content-Type": "application/json"})
    assert answer.status_code == 401


def test_a_handler_is_no_coroutine() -> None:
    router = registry_router("trial")

    async def wait() -> None:
        """Would block every other request while it waits for the database."""

    with pytest.raises(TypeError, match="plain functions"):
        router.get("/trial")(wait)


def test_the_instant_of_a_request_is_the_clocks(client: TestClient) -> None:
    person = client.post("/api/v1/persons", json={"name": "Ada"}).json()
    assert person["created_at"] == "2025-08-12T09:30:00Z"
