"""A fresh, migrated database for each test, on SQLite and on PostgreSQL.

Migrations run once on each; tests get copies, which take milliseconds.
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
from tests.postgres import Server

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


@pytest.fixture
def postgresql_url(postgres_server: Server) -> Iterator[str]:
    """The address of a fresh PostgreSQL database."""
    with postgres_server.database(postgres_server.template("migrated", fill)) as url:
        yield url


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
