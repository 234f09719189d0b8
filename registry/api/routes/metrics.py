"""Numbers for Prometheus. They stand beside the API and need no key, since they name nobody and nothing."""

from fastapi import APIRouter, Request
from prometheus_client import CollectorRegistry, Gauge, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST
from starlette.responses import Response

from registry.api.installation import Installation
from registry.storage.measures import Measures, read_measures

router = APIRouter(include_in_schema=False)


@router.get("/metrics")
def read_metrics(request: Request) -> Response:
    """How much waits, what the jobs did within a day, and what became of messages."""
    installation: Installation = request.app.state.installation
    now = installation.clock()
    with installation.reading() as session:
        measures = read_measures(session, now)
    known = CollectorRegistry()
    oldest = measures.state.oldest_due_at
    waits = (now - oldest).total_seconds() if oldest else 0.0
    for name, text, value in (
        ("predictions_due", "Predictions that can be judged now", measures.state.n_due),
        ("predictions_unannounced", "Due and not yet announced", measures.state.n_unannounced),
        ("oldest_due_seconds", "How long the longest due has waited", waits),
        ("messages_waiting", "Messages to be delivered", measures.state.n_messages_waiting),
        ("messages_failed", "Messages that were given up", measures.state.n_messages_failed),
        ("messages_sent_per_day", "Messages of the last day that arrived", measures.n_messages_sent),
        ("delivery_attempts_per_day", "Attempts at messages of the last day", measures.n_attempts),
    ):
        Gauge(f"registry_{name}", text, registry=known).set(value)
    _add_jobs(measures, known)
    return Response(generate_latest(known), media_type=CONTENT_TYPE_LATEST)


def _add_jobs(measures: Measures, known: CollectorRegistry) -> None:
    runs = Gauge("registry_job_runs_per_day", "Runs within a day", ["job", "result"], registry=known)
    done = Gauge("registry_job_done_per_day", "What these runs did", ["job"], registry=known)
    last = Gauge("registry_job_last_start_timestamp_seconds", "Start of the last run", ["job"], registry=known)
    for job in measures.jobs:
        runs.labels(job.job, "failed").set(job.n_failed)
        runs.labels(job.job, "good").set(job.n_runs - job.n_failed)
        done.labels(job.job).set(job.n_done)
        last.labels(job.job).set(job.last_started_at.timestamp())
