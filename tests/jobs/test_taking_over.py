"""APScheduler's own part, in real time: two schedulers as processes, and the one that leads is killed."""

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest
from sqlmodel import Session, col, select

from registry.storage.engine import SessionFactory
from registry.storage.tables import JobRunRow
from tests.jobs import scheduling_process

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0


def begin(url: str, start: float) -> subprocess.Popen[bytes]:
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, scheduling_process.__file__, url, str(start)]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE)


def wait_until_ready(process: subprocess.Popen[bytes]) -> None:
    assert process.stdout is not None
    assert process.stdout.readline() == b"ready\n"


def n_runs(session: Session) -> int:
    return len(session.exec(select(JobRunRow.id).where(col(JobRunRow.finished_at).is_not(None))).all())


def wait_for_more_than(sessions: SessionFactory, n: int) -> tuple[int, float]:
    begun = time.monotonic()
    while time.monotonic() < begun + PATIENCE:
        with sessions() as session:
            found = n_runs(session)
        if found > n:
            return found, time.monotonic() - begun
        time.sleep(0.05)
    pytest.fail("no scheduler has run")


def leads(process: subprocess.Popen[bytes], sessions: SessionFactory) -> bool:
    """Stop it for a moment: if nobody runs anything meanwhile, it was the one that leads."""
    process.send_signal(signal.SIGSTOP)
    time.sleep(0.3)  # lets what the other has begun come to its end
    with sessions() as session:
        before = n_runs(session)
    time.sleep(1.5)
    with sessions() as session:
        after = n_runs(session)
    process.send_signal(signal.SIGCONT)
    return after == before


def test_the_next_takes_over_when_the_leader_is_killed(
    database_url: str, sessions: SessionFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    start = time.time()
    processes = [begin(database_url, start), begin(database_url, start)]
    leader, follower = processes
    try:
        for process in processes:
            wait_until_ready(process)
        wait_for_more_than(sessions, 0)
        if not leads(leader, sessions):
            leader, follower = follower, leader
        leader.kill()
        leader.wait()
        with sessions() as session:
            n = n_runs(session)
        n, took = wait_for_more_than(sessions, n)
        wait_for_more_than(sessions, n + 3)
        assert follower.poll() is None
    finally:
        for process in processes:
            process.kill()
            process.communicate()
    with sessions() as session:
        slots = Counter(session.exec(select(JobRunRow.job, JobRunRow.slot)).all())
    assert max(slots.values()) == 1
    with capsys.disabled():
        print(f"\ntaken over after {took:.2f} s, at a tick of {scheduling_process.TICK} s")  # noqa: T201
