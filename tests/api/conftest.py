"""The API in process, on a fresh database of each kind, and clients of persons with each role."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlalchemy import Engine

from registry.actions.people import SET_UP, create_person, issue_key
from registry.api.app import create_app
from registry.domain.keys import RANDOM_BYTES
from registry.domain.vocabulary import Role
from registry.schemas.people import KeyNew, PersonNew
from registry.settings import Settings
from registry.storage.engine import SessionFactory, unit_of_work
from tests.databases import NOW


class Clock:
    """A clock that tests set; it stands still otherwise."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


MakeClient = Callable[..., TestClient]
"""`client_as(role)`: a client with the key of a person of that role, who is named after it."""


@pytest.fixture
def clock() -> Clock:
    """The API's clock; it stands at `tests.databases.NOW` until a test sets `clock.now`."""
    return Clock(NOW)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings of a private installation."""
    return Settings(data_dir=tmp_path / "var")


@pytest.fixture
def app(settings: Settings, engine: Engine, clock: Clock) -> FastAPI:
    """The application on the fresh database."""
    return create_app(settings, clock=clock, engine=engine)


@pytest.fixture
def client_as(app: FastAPI, sessions: SessionFactory) -> Iterator[MakeClient]:
    """Makes clients of persons by role."""
    with ExitStack() as opened:

        def make(role: Role | str, *, may_act_for_others: bool = False) -> TestClient:
            secret = secret_of(sessions, Role(role), may_act_for_others=may_act_for_others)
            client = TestClient(app, headers={"Authorization": f"Bearer {secret}"})
            return opened.enter_context(client)

        yield make


@pytest.fixture
def client(client_as: MakeClient) -> TestClient:
    """A client with an admin's key."""
    return client_as(Role.admin)


@pytest.fixture
def anonymous(app: FastAPI) -> Iterator[TestClient]:
    """A client without a key."""
    with TestClient(app) as opened:
        yield opened


def secret_of(sessions: SessionFactory, role: Role, *, may_act_for_others: bool = False) -> str:
    """A new person named after their role, and their key."""
    random = bytes([list(Role).index(role) + 1]) * RANDOM_BYTES
    with unit_of_work(sessions) as session:
        person = create_person(session, SET_UP, PersonNew(name=f"{role} person", role=role), now=NOW)
        new = KeyNew(may_act_for_others=may_act_for_others)
        return issue_key(session, SET_UP, person.id, new, random=random, now=NOW).secret
