"""Reminders on their way in tests: an outlet that takes or fails, a channel, and something to be reminded of."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from registry.actions.acting import Actor
from registry.actions.reminders import plan
from registry.domain.messages import Outgoing
from registry.domain.vocabulary import ChannelKind, Role
from registry.jobs.sending import Outlets
from registry.storage.engine import SessionFactory, unit_of_work
from registry.storage.tables import ChannelRow
from tests.claims import put_on_record
from tests.databases import NOW
from tests.people import person

DUE = datetime(2025, 8, 16, 9, 0, tzinfo=UTC)
DAY = timedelta(days=1)


@dataclass
class Outlet:
    """Takes messages, or fails as it is told."""

    taken: list[Outgoing] = field(default_factory=list)
    failure: Exception | None = None

    def deliver(self, message: Outgoing) -> None:
        if self.failure is not None:
            raise self.failure
        self.taken.append(message)


@pytest.fixture
def outlet() -> Outlet:
    return Outlet()


@pytest.fixture
def through(outlet: Outlet) -> Outlets:
    return Outlets(dict.fromkeys(ChannelKind, outlet), "https://registry.example/")


@pytest.fixture
def ada(sessions: SessionFactory) -> Actor:
    with unit_of_work(sessions) as session:
        return person(session, "Ada", Role.admin)


def record(sessions: SessionFactory, actor: Actor, n: int = 1, **fields: Any) -> list[Any]:
    with unit_of_work(sessions) as session:
        return [
            put_on_record(session, actor, statement=f"Thing number {number} will happen.", **fields).id
            for number in range(n)
        ]


def open_channel(sessions: SessionFactory, actor: Actor, **fields: Any) -> Any:
    values: dict[str, Any] = {"kind": "webhook", "person_id": actor.person_id, "created_at": NOW, "hour": 8}
    with unit_of_work(sessions) as session:
        row = ChannelRow(**(values | fields))
        session.add(row)
    return row.id


def remind(sessions: SessionFactory, now: datetime) -> None:
    with unit_of_work(sessions) as session:
        plan(session, now=now)
