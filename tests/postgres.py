"""PostgreSQL for the tests: one server for all workers of a run, one fresh database for each test.

    with running_server(folder) as server:
        template = server.template("tables", fill)          # made once, by whoever comes first
        with server.database(template) as url: ...          # a copy of its own, dropped afterwards

REGISTRY_TEST_POSTGRES names a server to use instead of the packaged one, e.g. `postgresql://postgres@localhost/postgres`.
"""

import fcntl
import json
import os
import subprocess
import sys
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import psycopg
from psycopg import sql
from sqlalchemy import URL, make_url

from tests import postgres_server

# Any number will do, as long as everyone who makes templates takes the same one.
TEMPLATE_LOCK = 7_305_811


CREATE = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
DROP = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)")
RENAME = sql.SQL("ALTER DATABASE {} RENAME TO {}")
TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename"
END_OTHERS = """
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()
"""
VERSION = "alembic_version"
"""The one table in which a template may hold rows."""


@dataclass(frozen=True)
class Server:
    """A PostgreSQL that runs. `connection` administers it; `prefix` opens every name this run creates."""

    address: URL
    connection: psycopg.Connection
    prefix: str

    def url(self, database: str) -> str:
        """The SQLAlchemy address of a database on this server."""
        return self.address.set(database=database).render_as_string(hide_password=False)

    def create_database(self, template: str = "template0") -> str:
        """Create a database as a copy of `template`; returns its name."""
        name = f"{self.prefix}{uuid.uuid4().hex}"
        self.connection.execute(CREATE.format(sql.Identifier(name), sql.Identifier(template)))
        return name

    def drop_database(self, name: str) -> None:
        """Drop a database, and end the connections that are still open to it."""
        self.connection.execute(DROP.format(sql.Identifier(name)))

    @contextmanager
    def database(self, template: str = "template0") -> Iterator[str]:
        """The address of a fresh copy of `template`, dropped at the end."""
        name = self.create_database(template)
        try:
            yield self.url(name)
        finally:
            self.drop_database(name)

    @contextmanager
    def reused(self, template: str) -> Iterator["Reused"]:
        """A copy of `template` that serves one test after another, dropped at the end."""
        kept = Reused(self, template)
        try:
            yield kept
        finally:
            kept.drop()

    def template(self, label: str, fill: Callable[[str], None]) -> str:
        """The name of a database that `fill(url)` has filled, once in a run; each kind has its own `label`.

        `fill` must close its connections: a database in use cannot be copied.
        """
        name = f"{self.prefix}{label}"
        self.connection.execute("SELECT pg_advisory_lock(%s)", [TEMPLATE_LOCK])
        try:
            if not self.exists(name):
                # Renamed when complete, so that a worker that dies half-way leaves nothing that looks done.
                unfinished = self.create_database()
                fill(self.url(unfinished))
                self.connection.execute(RENAME.format(sql.Identifier(unfinished), sql.Identifier(name)))
        finally:
            self.connection.execute("SELECT pg_advisory_unlock(%s)", [TEMPLATE_LOCK])
        return name

    def exists(self, name: str) -> bool:
        """True if the server has a database of that name."""
        return self.connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone() is not None

    def drop_all(self) -> None:
        """Drop every database that this run created."""
        found = self.connection.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [self.prefix])
        for (name,) in found.fetchall():
            self.drop_database(name)


@dataclass
class Reused:
    """A copy of a template that is emptied between tests, which takes a tenth of the time of a new copy."""

    server: Server
    template: str
    name: str | None = None

    def fresh(self) -> str:
        """The address of the database, holding the template's tables and nothing in them."""
        if self.name is not None and not self._emptied(self.name):
            self.drop()
        if self.name is None:
            self.name = self.server.create_database(self.template)
        return self.server.url(self.name)

    def drop(self) -> None:
        """Drop the copy; the next test gets a new one."""
        if self.name is not None:
            self.server.drop_database(self.name)
        self.name = None

    def _emptied(self, name: str) -> bool:
        """Empty the tables and end what is still connected; False if a test has changed the tables or their version."""
        with psycopg.connect(libpq(make_url(self.server.url(name))), autocommit=True) as connection:
            connection.execute(END_OTHERS)
            tables, version = _schema_of(connection)
            if (tables, version) != self._schema_of_template:
                return False
            # Without its triggers a table can be emptied before those that refer to it.
            connection.execute("SET session_replication_role = replica")
            empty = [sql.SQL("DELETE FROM {}").format(sql.Identifier(table)) for table in tables if table != VERSION]
            connection.execute(sql.SQL("; ").join(empty))
        return True

    @cached_property
    def _schema_of_template(self) -> tuple[list[str], list[str]]:
        with psycopg.connect(libpq(make_url(self.server.url(self.template)))) as connection:
            return _schema_of(connection)


def _schema_of(connection: psycopg.Connection) -> tuple[list[str], list[str]]:
    """The names of the tables, and the version that the database says it has."""
    tables = [table for (table,) in connection.execute(TABLES)]
    query = sql.SQL("SELECT version_num FROM {}").format(sql.Identifier(VERSION))
    return tables, [version for (version,) in connection.execute(query)] if VERSION in tables else []


@contextmanager
def running_server(state: Path) -> Iterator[Server]:
    """Join the server of all who name the same folder `state`, or start it; it ends with its last user."""
    state.mkdir(parents=True, exist_ok=True)
    with (state / "users").open("a") as users:
        # Waits here while a server that has lost its last user is still going down.
        fcntl.flock(users, fcntl.LOCK_SH)
        given = os.environ.get("REGISTRY_TEST_POSTGRES")
        if given is None:
            where = address(ensure_started(state))
        else:
            where = make_url(given).set(drivername="postgresql+psycopg")
        with psycopg.connect(libpq(where), autocommit=True) as connection:
            server = Server(where, connection, run_prefix(state))
            try:
                yield server
            finally:
                # A borrowed server is left as it was found; the packaged one disappears as a whole.
                if given is not None and is_last(users.fileno()):
                    server.drop_all()


def address(host: str) -> URL:
    """The address of the server whose socket stands in the folder `host`."""
    return URL.create("postgresql+psycopg", username="postgres", database="postgres", query={"host": host})


def ensure_started(state: Path) -> str:
    """Start the server unless someone has; returns its socket's folder. Raises RuntimeError with the log."""
    with (state / "starting").open("a") as starting, (state / "log").open("ab") as log:
        fcntl.flock(starting, fcntl.LOCK_EX)
        told = state / "server.json"
        if not told.is_file():
            command = [sys.executable, postgres_server.__file__, str(state)]
            if subprocess.run(command, stdout=log, stderr=log, check=False).returncode != 0:
                raise RuntimeError(f"PostgreSQL did not start:\n{(state / 'log').read_text()[-2000:]}")
        return str(json.loads(told.read_text())["host"])


def libpq(where: URL) -> str:
    """The same address as libpq writes it, without the name of the Python driver."""
    return where.set(drivername="postgresql").render_as_string(hide_password=False)


def run_prefix(state: Path) -> str:
    """A prefix that all workers of this run share, and other runs on the same server do not."""
    run = f"{state} {os.environ.get('PYTEST_XDIST_TESTRUNUID', os.getpid())}"
    return f"test_{uuid.uuid5(uuid.NAMESPACE_URL, run).hex[:12]}_"


def is_last(users: int) -> bool:
    """True if no other process holds the lock on the open file `users`."""
    try:
        fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
