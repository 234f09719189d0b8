from datetime import UTC, datetime, timedelta

from sqlmodel import Session

from registry.storage import job_runs
from registry.storage.job_runs import GIVEN_UP_AFTER

SLOT = datetime(2026, 3, 1, tzinfo=UTC)


def test_a_slot_belongs_to_whoever_claims_it_first(session: Session) -> None:
    assert job_runs.claim(session, "announce", SLOT, SLOT) is not None
    assert job_runs.claim(session, "announce", SLOT, SLOT) is None
    assert job_runs.claim(session, "seal", SLOT, SLOT) is not None


def test_a_run_that_never_ended_is_taken_over_once(session: Session) -> None:
    first = job_runs.claim(session, "forget", SLOT, SLOT)
    later = SLOT + GIVEN_UP_AFTER
    assert job_runs.claim(session, "forget", SLOT, later - timedelta(seconds=1)) is None
    assert job_runs.claim(session, "forget", SLOT, later) == first
    assert job_runs.claim(session, "forget", SLOT, later) is None


def test_a_run_that_ended_is_never_taken_over(session: Session) -> None:
    first = job_runs.claim(session, "forget", SLOT, SLOT)
    assert first is not None
    job_runs.finish(session, first, SLOT, 3, None)
    assert job_runs.claim(session, "forget", SLOT, SLOT + timedelta(days=1)) is None
    latest = job_runs.latest(session, "forget")
    assert latest is not None
    assert (latest.n_done, latest.error) == (3, None)
