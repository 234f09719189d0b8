"""The table of jobs: what is done, and how often."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from registry.actions import due, forgetting, reminders, reviews, sealing
from registry.jobs import sending, watching
from registry.outbound import Network
from registry.settings import read_settings
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
    """Announce everything that is due."""
    return _in_lots(sessions, lambda session: due.announce(session, now=now), due.AT_ONCE)


def remind(sessions: SessionFactory, now: datetime) -> int:
    """Record every reminder whose time has come; how many were recorded."""
    total = 0
    while True:
        with unit_of_work(sessions) as session:
            planned = reminders.plan(session, now=now)
        total += planned.recorded
        if planned.looked_at < reminders.AT_ONCE:
            return total


def send(sessions: SessionFactory, now: datetime) -> int:
    """Send what was recorded, the way the operator set it up."""
    return sending.send(sessions, now, sending.outlets(read_settings()))


def watch(sessions: SessionFactory, now: datetime) -> int:
    """Look at sources, and read what they named; how many articles were put on record."""
    return watching.watch(sessions, now, Network())


def review(sessions: SessionFactory, now: datetime) -> int:
    """Put undated predictions that nobody judged or dated off to their next review day."""
    return _in_lots(sessions, lambda session: reviews.pass_reviews(session, now=now), reviews.AT_ONCE)


def seal(sessions: SessionFactory, _now: datetime) -> int:
    """Give positions to the events that have none."""
    return _in_lots(sessions, lambda session: sealing.assign_positions(session, limit=EVENTS_AT_ONCE), EVENTS_AT_ONCE)


def forget(sessions: SessionFactory, now: datetime) -> int:
    """Remove old traces."""
    with unit_of_work(sessions) as session:
        return forgetting.forget_old_traces(session, now=now)


def _in_lots(sessions: SessionFactory, step: Callable[[Session], int], lot: int) -> int:
    """Take the step, each time in a transaction of its own, until it does less than a whole lot."""
    total = 0
    while True:
        with unit_of_work(sessions) as session:
            done = step(session)
        total += done
        if done < lot:
            return total


JOBS = (
    Job("announce", timedelta(seconds=30), "announces predictions that have fallen due", announce),
    Job("remind", timedelta(seconds=30), "records the reminders whose time has come", remind),
    Job("send", timedelta(seconds=30), "sends reminders, one digest a day for each channel", send),
    Job("watch", timedelta(seconds=10), "looks at sources, and reads the articles they name", watch),
    Job("review", timedelta(hours=1), "puts undated predictions off to their next review day", review),
    Job("seal", timedelta(seconds=10), "gives new events their place in history", seal),
    Job("forget", timedelta(days=1), "removes old job runs, answers to repeated requests, sent words", forget),
)
