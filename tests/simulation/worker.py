"""One scheduler for one tick, in a process of its own that may die or lose its database at any statement."""

import gc
import os
import signal
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import Engine, event
from sqlalchemy.exc import OperationalError

from registry.domain.errors import Unreachable
from registry.domain.messages import Outgoing
from registry.domain.vocabulary import ChannelKind
from registry.jobs import table
from registry.jobs.runner import run_due_jobs
from registry.jobs.sending import Outlets, send
from registry.storage.engine import SessionFactory, session_factory

DONE, FAILED = 0, 3


@dataclass(frozen=True, slots=True)
class Fate:
    """What happens to a worker: the statement at which it is killed, or from which its database is away.

    `seed` decides which deliveries fail, and before or after which one it is killed.
    """

    now: datetime
    seed: int
    killed_at: int | None = None
    away_from: int | None = None
    killed_while_delivering: bool = False
    receivers_sleep: bool = True


class Street:
    """Where messages arrive: a line in a file for each, whole or not at all."""

    def __init__(self, file: Path, fate: Fate) -> None:
        self._file = file
        self._random = Random(fate.seed)  # noqa: S311 (for reproducible faults)
        self._deadly = fate.killed_while_delivering
        self._sleepy = fate.receivers_sleep

    def deliver(self, message: Outgoing) -> None:
        if self._sleepy and self._random.random() < 0.15:
            raise Unreachable("the receiver sleeps")
        line = f"{message.id}\t{message.recipient}\t{message.body!r}\n".encode()
        handle = os.open(self._file, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        os.write(handle, line)
        os.close(handle)
        if self._deadly:
            die()


def die() -> None:
    """What the system does to a process that takes too much memory."""
    os.kill(os.getpid(), signal.SIGKILL)


def start(engine: Engine, street: Path, fate: Fate) -> int:
    """Fork a worker; returns its process id. It ends with `DONE`, with `FAILED`, or by a signal.

    It has the engine of its parent, whose statements are compiled by then, but connections of its own.
    """
    child = os.fork()
    if child:
        return child
    status = FAILED
    try:
        status = _work(engine, street, fate)
    finally:
        os._exit(status)
    return status


def end_of(child: int) -> int:
    """Wait for a worker; its exit status, negative where a signal ended it."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _work(engine: Engine, street: Path, fate: Fate) -> int:
    engine.dispose(close=False)
    gc.disable()  # it would copy the parent's memory for nothing
    _afflict(engine, fate)
    errors: list[str] = []
    jobs = disturbed_jobs(street, fate)
    work = [table.Job(job.id, job.every, job.does, _noting(job.work, errors)) for job in jobs]
    run_due_jobs(session_factory(engine), fate.now, work)
    return FAILED if errors else DONE


def disturbed_jobs(street: Path, fate: Fate) -> list[table.Job]:
    """The scheduler's own jobs, but messages go to the street and arrive as fate has it."""
    through = Outlets(dict.fromkeys(ChannelKind, Street(street, fate)), "http://127.0.0.1:8501")

    def send_there(sessions: SessionFactory, now: datetime) -> int:
        return send(sessions, now, through)

    return [
        table.Job(job.id, job.every, job.does, send_there if job.id == "send" else job.work)
        for job in table.JOBS
        if job.id not in ("watch", "forget")
    ]


def _noting(work: Callable[[SessionFactory, datetime], int], errors: list[str]) -> Any:
    def noted(sessions: SessionFactory, now: datetime) -> int:
        try:
            return work(sessions, now)
        except Exception as problem:
            errors.append(str(problem))
            raise

    return noted


def _afflict(engine: Engine, fate: Fate) -> None:
    statements = 0

    def count(connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        nonlocal statements
        statements += 1
        if fate.killed_at is not None and statements >= fate.killed_at:
            die()
        if fate.away_from is not None and statements >= fate.away_from:
            if engine.dialect.name == "postgresql":
                connection.connection.driver_connection.close()
            raise OperationalError(statement, None, ConnectionError("the database is away"))

    def before_commit(_connection: Any) -> None:
        count(_connection, None, "COMMIT")

    event.listen(engine, "before_cursor_execute", count)
    event.listen(engine, "commit", before_commit)
