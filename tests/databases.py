"""A fresh, migrated database for each test, on SQLite and on PostgreSQL.

Migrations run once on each; tests get copies of an SQLite file, and a PostgreSQL database that is emptied for each.
"""

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlmodel import Session

from registry.storage.engine import SessionFactory, open_engine, session_factory
from registry.storage.migration import migrate
from tests.postgres import Reused, Server

NOW = datetime(2025, 8, 12, 9, 30, tzinfo=UTC)
"""The instant at which most tests play."""


def fill(url: str) -> None:
    """Migrate the database at `url` and let go of it."""
    engine = open_engine(url)
    migrate(engine)
    engine.dispose()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file to copy."""
    file = tmp_path_factory.mktemp("sqlite") / "template.db"
    fill(f"sqlite:///{file}")
    return file


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    """The address of a fresh SQLite database."""
    file = tmp_path / "registry.db"
    shutil.copyfile(sqlite_template, file)
    return f"sqlite:///{file}"


@pytest.fixture(scope="session")
def postgresql_database(postgres_server: Server) -> Iterator[Reused]:
    """A migrated PostgreSQL database of this worker, emptied for each test."""
    with postgres_server.reused(postgres_server.template("migrated", fill)) as kept:
        yield kept


@pytest.fixture
def postgresql_url(postgresql_database: Reused) -> str:
    """The address of a fresh PostgreSQL database."""
    return postgresql_database.fresh()


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """The address of a fresh database, once of each kind."""
    return str(request.getfixturevalue(f"{request.param}_url"))


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    """An engine on a fresh, migrated database, once of each kind."""
    opened = open_engine(database_url)
    yield opened
    opened.dispose()


@pytest.fixture
def sessions(engine: Engine) -> SessionFactory:
    """Makes sessions on the fresh database."""
    return session_factory(engine)


@pytest.fixture
def session(sessions: Callable[[], Session]) -> Iterator[Session]:
    """One open session on the fresh database; what a test does in it is never committed."""
    with sessions() as opened:
        yield opened
