"""Weeks of the scheduler's life in seconds: many workers, most of them disturbed, and people at work between."""

import gc
from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

from sqlalchemy import Engine

from registry.jobs.runner import run_due_jobs
from registry.storage.engine import open_engine, session_factory
from tests.simulation.people_at_work import STARTS, Newsroom
from tests.simulation.proof import check_after_tick, check_at_the_end
from tests.simulation.worker import DONE, Fate, disturbed_jobs, end_of, start

STEP = timedelta(hours=30)
LONGEST = 90  # statements; a quiet tick takes some forty, a busy one hundreds


@dataclass(slots=True)
class Run:
    """A simulation and what it has counted so far."""

    street: Path
    engine: Engine
    random: Random
    counted: Counter[str]


def simulate(url: str, folder: Path, *, days: int, predictions: int, seed: int) -> Counter[str]:
    """Live through `days`; AssertionError where anything was lost, doubled or late. Returns the figures."""
    engine = open_engine(url)
    random = Random(seed)  # noqa: S311 (for reproducible faults)
    run = Run(folder / "street", engine, random, Counter(predictions=predictions))
    newsroom = Newsroom(session_factory(engine), random, predictions, days)
    # A tick before all others: what it compiles its children need not.
    run_due_jobs(session_factory(engine), STARTS - STEP, disturbed_jobs(run.street, Fate(STARTS - STEP, seed)))
    gc.freeze()
    now = STARTS
    while now < STARTS + timedelta(days=days):
        newsroom.work(now, acts=4)
        _tick(run, now)
        now += STEP
    for _ in range(6):  # what failed last is tried again, by receivers that are awake
        _undisturbed(run, now, receivers_sleep=False)
        now += STEP
    with session_factory(engine)() as session:
        run.counted += check_at_the_end(session, run.street, now)
    gc.unfreeze()
    engine.dispose()
    return run.counted


def _tick(run: Run, now: datetime) -> None:
    chance = run.random.random()
    if chance < 0.05:
        return  # nobody ran at all
    if chance < 0.12:
        run.counted["clock jumps"] += 1
        ahead = timedelta(days=run.random.choice([-3, -1, 5, 12]))
        _start_and_end(run, [_fate(run, now + ahead)])
        return
    if chance < 0.3:
        _undisturbed(run, now + timedelta(seconds=1))
        return
    fates = [_fate(run, now) for _ in range(run.random.choice([1, 1, 1, 2, 3]))]
    _start_and_end(run, fates)


def _undisturbed(run: Run, now: datetime, *, receivers_sleep: bool = True) -> None:
    fate = Fate(now, run.random.randrange(2**32), receivers_sleep=receivers_sleep)
    (status,) = _start_and_end(run, [fate])
    assert status == DONE
    with session_factory(run.engine)() as session:
        check_after_tick(session, now)
    run.engine.dispose()


def _fate(run: Run, now: datetime) -> Fate:
    """At random instants killed, while delivering too, or without a database; or left alone."""
    seed, chance = run.random.randrange(2**32), run.random.random()
    when = run.random.randrange(1, LONGEST)
    if chance < 0.4:
        return Fate(now, seed, killed_at=when)
    if chance < 0.55:
        return Fate(now, seed, killed_while_delivering=True)
    return Fate(now, seed, away_from=when) if chance < 0.75 else Fate(now, seed)


def _start_and_end(run: Run, fates: list[Fate]) -> list[int]:
    run.engine.dispose()  # a connection must not be shared with a child
    ends = [end_of(child) for child in [start(run.engine, run.street, fate) for fate in fates]]
    run.counted["ticks"] += len(fates)
    run.counted["kills"] += sum(end < 0 for end in ends)
    run.counted["faults"] += sum(end > 0 for end in ends)
    return ends
