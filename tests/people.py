"""Persons who act in tests."""

import pytest
from sqlmodel import Session

from registry.actions.acting import Actor
from registry.domain.vocabulary import Role
from registry.storage.tables import PersonRow
from tests.databases import NOW


def person(session: Session, name: str, role: Role) -> Actor:
    """A person on record, as one who acts."""
    row = PersonRow(name=name, role=role, created_at=NOW)
    session.add(row)
    session.flush()
    return Actor(person_id=row.id, name=name, role=role)


@pytest.fixture
def actor(session: Session) -> Actor:
    """A person with every right, on the fresh database."""
    return person(session, "Ada Editor", Role.admin)
