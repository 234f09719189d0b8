from datetime import UTC, datetime, timedelta

from fastapi.testclient import TestClient
from prometheus_client.parser import text_string_to_metric_families

from registry.jobs.runner import run_due_jobs
from registry.jobs.table import JOBS
from registry.storage.engine import SessionFactory
from tests.api.conftest import Clock
from tests.api.routes.test_reminders import record

DUE = datetime(2025, 8, 16, tzinfo=UTC)


def values(client: TestClient) -> dict[str, float]:
    answer = client.get("/metrics")
    assert answer.headers["content-type"].startswith("text/plain")
    found = {}
    for family in text_string_to_metric_families(answer.text):
        for sample in family.samples:
            found["/".join([sample.name.removeprefix("registry_"), *sample.labels.values()])] = sample.value
    return found


def test_prometheus_reads_backlog_runs_and_deliveries(
    client: TestClient, anonymous: TestClient, sessions: SessionFactory, clock: Clock
) -> None:
    record(client)
    clock.now = DUE + timedelta(hours=1)
    before = values(anonymous)
    assert (before["predictions_due"], before["predictions_unannounced"]) == (1, 1)
    assert before["oldest_due_seconds"] == 3600
    run_due_jobs(sessions, clock.now, [job for job in JOBS if job.id in ("announce", "remind", "send")])
    after = values(anonymous)
    assert (after["predictions_due"], after["predictions_unannounced"]) == (1, 0)
    assert (after["job_runs_per_day/announce/good"], after["job_runs_per_day/announce/failed"]) == (1, 0)
    assert after["job_done_per_day/announce"] == 1
    assert (after["messages_sent_per_day"], after["delivery_attempts_per_day"]) == (1, 1)
    assert after["job_last_start_timestamp_seconds/send"] == clock.now.timestamp()


def test_an_empty_registry_has_nothing_overdue(anonymous: TestClient) -> None:
    assert values(anonymous)["oldest_due_seconds"] == 0
