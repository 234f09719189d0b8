"""One scheduler leads, the others wait and take over when it is gone.

On PostgreSQL the leader holds an advisory lock on a connection of its own, which ends with its process; on
SQLite a lock on a file beside the database. Whoever leads still claims each slot of each job, so that even
two who both believe to lead do nothing twice.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from filelock import FileLock, Timeout
from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import SQLAlchemyError

# Any number, so long as every process of the product asks for the same one.
_ADVISORY_LOCK = 7_215_360_003

# A process that dies closes its connection; of a machine that vanishes the server would not hear for hours.
_NOTICED_SOON = (
    "SET tcp_keepalives_idle = 5",
    "SET tcp_keepalives_interval = 2",
    "SET tcp_keepalives_count = 3",
)


class Leadership(Protocol):
    """Whether this process leads."""

    def is_mine(self) -> bool:
        """Whether it leads now; takes the lead where nobody has it."""

    def give_up(self) -> None:
        """Let another lead."""


def leadership_of(engine: Engine) -> Leadership:
    """The leadership among all schedulers on the database of `engine`."""
    if engine.dialect.name == "postgresql":
        return AdvisoryLeadership(engine)
    file = engine.url.database
    return FileLeadership(Path(f"{file}.scheduler.lock")) if file and file != ":memory:" else Alone()


class Alone:
    """Where no other process can reach the database."""

    def is_mine(self) -> bool:
        """Always."""
        return True

    def give_up(self) -> None:
        """Nobody waits."""


ALONE = Alone()


class Told:
    """A leadership that tells, at the first look and whenever it changes, whether this process leads."""

    def __init__(self, leadership: Leadership, tell: Callable[[bool], None]) -> None:
        self._leadership, self._tell = leadership, tell
        self._told: bool | None = None

    def is_mine(self) -> bool:
        """Whether this process leads."""
        mine = self._leadership.is_mine()
        if mine is not self._told:
            self._told = mine
            self._tell(mine)
        return mine

    def give_up(self) -> None:
        """Let another lead."""
        self._leadership.give_up()


class FileLeadership:
    """By a lock on a file, which the system lets go of when the process ends, however it ends."""

    def __init__(self, file: Path) -> None:
        # Ticks come from several threads of one process, and one at a time.
        self._lock = FileLock(file, thread_local=False)

    def is_mine(self) -> bool:
        """Whether this process has the file; tries to get it without waiting."""
        if not self._lock.is_locked:
            try:
                self._lock.acquire(timeout=0)
            except Timeout:
                return False
        return True

    def give_up(self) -> None:
        """Let go of the file."""
        self._lock.release(force=True)


class AdvisoryLeadership:
    """By an advisory lock, which PostgreSQL lets go of when the connection ends."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._connection: Connection | None = None

    def is_mine(self) -> bool:
        """Whether the lock is held; tries to get it without waiting. A database that is away is led by nobody."""
        try:
            if self._connection is not None:
                self._connection.execute(text("SELECT 1"))
                return True
            return self._take()
        except SQLAlchemyError:
            self.give_up()
            raise

    def give_up(self) -> None:
        """End the connection, and the lock with it."""
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.invalidate()
            connection.close()

    def _take(self) -> bool:
        # Outside the pool, which would keep the lock when the connection is handed back.
        connection = self._engine.connect().execution_options(isolation_level="AUTOCOMMIT")
        try:
            taken = connection.execute(text("SELECT pg_try_advisory_lock(:lock)"), {"lock": _ADVISORY_LOCK})
            if taken.scalar_one():
                for setting in _NOTICED_SOON:
                    connection.execute(text(setting))
                self._connection = connection
                return True
        finally:
            if self._connection is None:
                connection.close()
        return False
