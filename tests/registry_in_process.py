"""The whole registry in this process, on SQLite, behind its public client."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from registry.actions.people import SET_UP, create_person, issue_key
from registry.api.app import create_app
from registry.client import Client
from registry.domain.keys import RANDOM_BYTES
from registry.domain.vocabulary import Role
from registry.schemas.people import KeyNew, PersonNew
from registry.settings import Settings
from registry.storage.engine import open_engine, session_factory, unit_of_work
from tests.databases import NOW


class SetClock:
    """A clock that stands still until a test sets `now`."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


ClientOf = Callable[..., Client]
"""`client_of(role, name=...)`: a client with the key of a new person of that role."""


@pytest.fixture
def set_clock() -> SetClock:
    """The registry's clock; it stands at `tests.databases.NOW`."""
    return SetClock()


@pytest.fixture
def registry_app(sqlite_url: str, tmp_path: Path, set_clock: SetClock) -> Iterator[FastAPI]:
    """The API on a fresh SQLite database."""
    engine = open_engine(sqlite_url)
    yield create_app(Settings(data_dir=tmp_path / "var"), clock=set_clock, engine=engine)
    engine.dispose()


@pytest.fixture
def client_of(registry_app: FastAPI) -> ClientOf:
    """Makes clients of new persons by role."""
    made = 0

    def make(role: Role | str = Role.admin, name: str | None = None, *, may_act_for_others: bool = False) -> Client:
        nonlocal made
        made += 1
        sessions = session_factory(registry_app.state.installation.engine)
        with unit_of_work(sessions) as session:
            new = PersonNew(name=name or f"{role} {made}", role=Role(role))
            person = create_person(session, SET_UP, new, now=NOW)
            key = KeyNew(may_act_for_others=may_act_for_others)
            random = bytes([made]) * RANDOM_BYTES
            secret = issue_key(session, SET_UP, person.id, key, random=random, now=NOW).secret
        return client_over(registry_app, secret)

    return make


def client_over(app: FastAPI, secret: str | None) -> Client:
    """A client of the application that waits for nothing between two attempts."""
    http = TestClient(app, raise_server_exceptions=False)
    return Client.from_http(http, api_key=secret, sleep=lambda _seconds: None)
