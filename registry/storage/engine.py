"""Engines: the same code on SQLite and PostgreSQL.

SQLite runs with a write-ahead log, foreign keys, full synchronisation (what was acknowledged survives a power
cut), and takes its write lock when a transaction begins: with the driver's defaults concurrent writers lose
updates, with a plain BEGIN they fail with "database is locked".
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from sqlite3 import Connection as SqliteConnection
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlmodel import Session

from registry.domain.errors import Unready

BUSY_MILLISECONDS = 15_000

SessionFactory = Callable[[], Session]


def open_engine(url: str) -> Engine:
    """An engine for writing; each transaction is a unit of work.

    Raises Unready where the directory of an SQLite file cannot be made.
    """
    target = make_url(url)
    if target.get_backend_name() == "sqlite":
        _make_directory(target.database)
        engine = create_engine(target, connect_args={"timeout": BUSY_MILLISECONDS / 1000})
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        event.listen(engine, "checkin", _end_sqlite)
        return engine
    return create_engine(target.set(drivername="postgresql+psycopg"), pool_pre_ping=True, pool_size=10)


def for_reading(engine: Engine) -> Engine:
    """The same database for transactions that only read: they never wait for a writer."""
    if engine.dialect.name == "sqlite":
        return engine.execution_options(sqlite_readonly=True)
    return engine.execution_options(postgresql_readonly=True)


def session_factory(engine: Engine) -> SessionFactory:
    """Makes sessions; whoever opens one commits or rolls back."""
    return lambda: Session(engine, expire_on_commit=False, autoflush=False)


@contextmanager
def unit_of_work(sessions: SessionFactory) -> Iterator[Session]:
    """One transaction: committed if the block ends well, rolled back if it does not."""
    with sessions() as session:
        try:
            yield session
            session.commit()
        except BaseException:
            session.rollback()
            raise


def _make_directory(file: str | None) -> None:
    if not file or file == ":memory:":
        return
    folder = Path(file).parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise Unready(
            f"The data directory {folder} cannot be made ({problem.strerror}). "
            "Set REGISTRY_DATA_DIR to a directory that you may write to."
        ) from problem


def _prepare_sqlite(connection: SqliteConnection, _record: Any) -> None:
    connection.isolation_level = None
    cursor = connection.cursor()
    try:
        cursor.execute(f"PRAGMA busy_timeout={BUSY_MILLISECONDS}")
        cursor.execute("PRAGMA journal_mode=WAL")
        cursor.execute("PRAGMA synchronous=FULL")
        cursor.execute("PRAGMA foreign_keys=ON")
    finally:
        cursor.close()
    # SQLite's own function knows the letters A to Z alone, so “Ärger” would not be found as “ärger”.
    connection.create_function("lower", 1, _lower, deterministic=True)


def _lower(text: str | None) -> str | None:
    return None if text is None else text.lower()


def _begin_sqlite(connection: Connection) -> None:
    reading = connection.get_execution_options().get("sqlite_readonly")
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")


def _end_sqlite(connection: SqliteConnection | None, _record: Any) -> None:
    # A COMMIT that fails (a full disk) leaves SQLite's transaction open, and SQLAlchemy takes it for ended:
    # the connection would go back to the pool with the write lock in its hands.
    if connection is not None and connection.in_transaction:
        connection.rollback()
