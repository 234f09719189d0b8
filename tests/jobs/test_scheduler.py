import logging
from datetime import UTC, datetime, timedelta
from threading import Event

import pytest
from apscheduler.events import EVENT_JOB_MAX_INSTANCES
from sqlalchemy import Engine, text
from sqlmodel import select

from registry.jobs.scheduler import background_scheduler, tick
from registry.jobs.table import JOBS
from registry.storage.engine import SessionFactory
from registry.storage.tables import JobRunRow

NOW = datetime(2025, 8, 16, tzinfo=UTC)


def test_a_tick_runs_what_is_due(sessions: SessionFactory) -> None:
    tick(sessions, lambda: NOW)
    with sessions() as session:
        assert {run.job for run in session.exec(select(JobRunRow))} == {job.id for job in JOBS}


def test_a_database_that_is_away_is_no_reason_to_stop(engine: Engine, sessions: SessionFactory) -> None:
    with engine.begin() as connection:
        connection.execute(text("ALTER TABLE job_run RENAME TO elsewhere"))
    tick(sessions, lambda: NOW)
    with engine.begin() as connection:
        connection.execute(text("ALTER TABLE elsewhere RENAME TO job_run"))
    tick(sessions, lambda: NOW)
    with sessions() as session:
        assert session.exec(select(JobRunRow)).first() is not None


def test_missed_ticks_are_made_up_once_however_late(sessions: SessionFactory) -> None:
    scheduler = background_scheduler(sessions, lambda: NOW + timedelta(days=1))
    [job] = scheduler.get_jobs()
    assert (job.coalesce, job.misfire_grace_time, job.max_instances) == (True, None, 1)


def test_a_tick_left_out_while_the_former_runs_is_no_news(
    sessions: SessionFactory, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, enough, left_out = Event(), Event(), Event()

    def slow_tick(*_: object) -> None:
        begun.set()
        enough.wait(10)

    monkeypatch.setattr("registry.jobs.scheduler.tick", slow_tick)
    monkeypatch.setattr("registry.jobs.scheduler.TICK_SECONDS", 0.01)
    scheduler = background_scheduler(sessions, lambda: NOW)
    scheduler.add_listener(lambda _: left_out.set(), EVENT_JOB_MAX_INSTANCES)
    scheduler.start()
    try:
        assert begun.wait(10)
        assert left_out.wait(10)
    finally:
        enough.set()
        scheduler.shutdown()
    assert "maximum number" not in caplog.text
    logging.getLogger("apscheduler.scheduler").error("the job store is gone")
    assert "the job store is gone" in caplog.text
