"""The alarm clock: APScheduler ticks, the runner decides what is to be done.

Jobs are kept in code and slots in the database, so several schedulers may run at once and none shares a job
store. One of them leads; the others ask at each tick whether it is their turn. Ticks that were missed are made
up once, however late.
"""

import logging
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from apscheduler.events import EVENT_SCHEDULER_SHUTDOWN
from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.schedulers.base import BaseScheduler
from apscheduler.schedulers.blocking import BlockingScheduler
from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from registry.jobs.leadership import ALONE, Leadership, Told, leadership_of
from registry.jobs.runner import run_due_jobs
from registry.storage.engine import SessionFactory

TICK_SECONDS = 5

_log = logging.getLogger(__name__)
_of_scheduler = logging.getLogger("apscheduler.scheduler")


def is_news(record: logging.LogRecord) -> bool:
    """Whether a line of APScheduler's log is worth reading: a tick left out while the former one runs is not."""
    return "maximum number of running instances reached" not in record.msg


_of_scheduler.addFilter(is_news)


def blocking_scheduler(
    sessions: SessionFactory,
    clock: Callable[[], datetime],
    every_seconds: float = TICK_SECONDS,
    tell: Callable[[bool], None] | None = None,
) -> BaseScheduler:
    """A scheduler that takes over the process when started.

    `tell` is called with whether it leads, or waits for another that does: first, and whenever that changes.
    """
    leadership = leadership_of(_engine_of(sessions))
    told = Told(leadership, tell) if tell else leadership
    return _with_tick(BlockingScheduler(timezone="UTC"), sessions, clock, every_seconds, told)


def background_scheduler(sessions: SessionFactory, clock: Callable[[], datetime]) -> BaseScheduler:
    """A scheduler that runs beside other work in the same process."""
    leadership = leadership_of(_engine_of(sessions))
    return _with_tick(BackgroundScheduler(timezone="UTC"), sessions, clock, TICK_SECONDS, leadership)


def tick(sessions: SessionFactory, clock: Callable[[], datetime], leadership: Leadership = ALONE) -> None:
    """One tick. A database that is away for a while is reported, and tried again at the next tick."""
    try:
        if leadership.is_mine():
            run_due_jobs(sessions, clock())
    except SQLAlchemyError:
        _log.exception("the database could not be used; trying again in %s seconds", TICK_SECONDS)


def _with_tick(
    scheduler: BaseScheduler,
    sessions: SessionFactory,
    clock: Callable[[], datetime],
    every_seconds: float,
    leadership: Leadership,
) -> BaseScheduler:
    scheduler.add_job(
        tick,
        "interval",
        args=[sessions, clock, leadership],
        seconds=every_seconds,
        next_run_time=datetime.now(UTC),  # the alarm rings by the machine's clock, whatever `clock` says
        id="tick",
        coalesce=True,
        max_instances=1,
        misfire_grace_time=None,
    )

    def give_up(_event: Any) -> None:
        leadership.give_up()

    scheduler.add_listener(give_up, EVENT_SCHEDULER_SHUTDOWN)
    return scheduler


def _engine_of(sessions: SessionFactory) -> Engine:
    with sessions() as session:
        return session.get_bind().engine
