"""Whether the registry says how it is."""

from datetime import timedelta

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlalchemy import Engine

from registry import __version__
from registry.api.app import create_app
from registry.jobs.runner import run_due_jobs
from registry.settings import Settings
from registry.storage import job_runs
from registry.storage.engine import SessionFactory, open_engine, unit_of_work
from registry.storage.migration import newest_revision
from tests.api.conftest import Clock
from tests.databases import NOW

HEALTH = "/api/v1/health"


def run(sessions: SessionFactory, job: str, error: str | None = None) -> None:
    with unit_of_work(sessions) as session:
        claimed = job_runs.claim(session, job, NOW, NOW)
        assert claimed is not None
        job_runs.finish(session, claimed, NOW, 0, error)


def test_health_needs_no_key(anonymous: TestClient, engine: Engine) -> None:
    health = anonymous.get(HEALTH).json()
    assert health["version"] == __version__
    assert health["database"] == engine.dialect.name
    assert health["schema_revision"] == newest_revision()
    assert health["now"] == "2025-08-12T09:30:00Z"


def test_a_scheduler_that_never_ran_is_late(anonymous: TestClient) -> None:
    health = anonymous.get(HEALTH).json()
    assert health["status"] == "degraded"
    assert health["scheduler"] == {"last_run_at": None, "late": True, "last_error": None}
    assert "never run" in health["remarks"][0]


@pytest.mark.parametrize(("minutes", "status"), [(0, "ok"), (5, "ok"), (6, "degraded")])
def test_a_scheduler_is_late_after_five_minutes(
    anonymous: TestClient, sessions: SessionFactory, clock: Clock, minutes: int, status: str
) -> None:
    run(sessions, "announce")
    clock.now = NOW + timedelta(minutes=minutes)
    health = anonymous.get(HEALTH).json()
    assert (health["status"], health["scheduler"]["late"]) == (status, status == "degraded")


def test_a_job_that_failed_is_told(anonymous: TestClient, sessions: SessionFactory) -> None:
    run(sessions, "announce")
    run(sessions, "seal", error="ValueError: odd")
    health = anonymous.get(HEALTH).json()
    assert health["status"] == "degraded"
    assert health["scheduler"]["last_error"] == "seal: ValueError: odd"


def test_a_database_that_does_not_answer_is_told_with_503(settings: Settings) -> None:
    engine = open_engine("postgresql://nobody@127.0.0.1:1/none")
    answer = TestClient(create_app(settings, engine=engine)).get(HEALTH)
    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "5"
    assert "127.0.0.1" not in answer.text


def test_health_counts_what_is_due(client: TestClient, app: FastAPI, clock: Clock) -> None:
    new = {"author": "Mira Holt", "new_authors": "create", "statement": "The lake will freeze over."}
    client.post("/api/v1/predictions", json=new | {"made_on": "2025-08-10", "due_on": "2025-08-12"})
    assert client.get(HEALTH).json()["n_due"] == 0
    clock.now = NOW + timedelta(days=1)
    health = client.get(HEALTH).json()
    assert (health["n_due"], health["n_unannounced"]) == (1, 1)


def test_a_clock_that_was_set_back_is_told_though_the_jobs_go_on(
    anonymous: TestClient, sessions: SessionFactory, clock: Clock
) -> None:
    run(sessions, "announce")
    clock.now = NOW - timedelta(hours=2)
    run_due_jobs(sessions, clock.now)
    health = anonymous.get(HEALTH).json()
    assert (health["status"], health["scheduler"]["late"]) == ("degraded", False)
    assert any("set back by 2:00:00" in remark for remark in health["remarks"])


def test_a_clock_that_runs_backwards_is_told(anonymous: TestClient, sessions: SessionFactory, clock: Clock) -> None:
    run(sessions, "announce")
    clock.now = NOW - timedelta(days=1)
    health = anonymous.get(HEALTH).json()
    assert health["status"] == "degraded"
    assert any("clock runs backwards" in remark for remark in health["remarks"])
