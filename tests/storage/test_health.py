"""Facts by which health is judged."""

from datetime import timedelta

from sqlmodel import Session

from registry.storage import job_runs
from registry.storage.health import read_state
from registry.storage.migration import newest_revision
from tests.databases import NOW


def run(session: Session, job: str, minute: int, error: str | None = None) -> None:
    at = NOW + timedelta(minutes=minute)
    claimed = job_runs.claim(session, job, at, at)
    assert claimed is not None
    job_runs.finish(session, claimed, at, 1, error)


def test_an_empty_registry_has_nothing_due_and_no_runs(session: Session) -> None:
    state = read_state(session, NOW)
    assert (state.n_due, state.n_unannounced, state.last_run_at, state.last_error) == (0, 0, None, None)
    assert state.schema_revision == newest_revision()


def test_the_latest_run_of_any_watched_job_counts(session: Session) -> None:
    run(session, "announce", 1)
    run(session, "seal", 2)
    run(session, "forget", 3)
    assert read_state(session, NOW).last_run_at == NOW + timedelta(minutes=2)


def test_an_error_is_forgotten_when_the_job_ran_well_again(session: Session) -> None:
    run(session, "seal", 1, "OSError: full")
    assert read_state(session, NOW).last_error == "seal: OSError: full"
    run(session, "seal", 2)
    assert read_state(session, NOW).last_error is None
