"""The table of jobs: what is done, and how often."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from registry.actions import due, forgetting, sealing
from registry.storage.engine import SessionFactory, unit_of_work

EVENTS_AT_ONCE = 1_000


@dataclass(frozen=True, slots=True)
class Job:
    """A job by its id. `work(sessions, now)` does it and returns how many things it did."""

    id: str
    every: timedelta
    does: str
    work: Callable[[SessionFactory, datetime], int]


def announce(sessions: SessionFactory, now: datetime) -> int:
    """Announce everything that is due, some hundred at a time, each lot in a transaction of its own."""
    total = 0
    while True:
        with unit_of_work(sessions) as session:
            done = due.announce(session, now=now)
        total += done
        if done < due.AT_ONCE:
            return total


def seal(sessions: SessionFactory, _now: datetime) -> int:
    """Give positions to the events that have none."""
    total = 0
    while True:
        with unit_of_work(sessions) as session:
            done = sealing.assign_positions(session, limit=EVENTS_AT_ONCE)
        total += done
        if done < EVENTS_AT_ONCE:
            return total


def forget(sessions: SessionFactory, now: datetime) -> int:
    """Remove old traces."""
    with unit_of_work(sessions) as session:
        return forgetting.forget_old_traces(session, now=now)


JOBS = (
    Job("announce", timedelta(seconds=30), "announces predictions that have fallen due", announce),
    Job("seal", timedelta(seconds=10), "gives new events their place in history", seal),
    Job("forget", timedelta(days=1), "removes old job runs and answers to repeated requests", forget),
)
