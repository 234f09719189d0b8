from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from sqlmodel import Session, select

from registry.actions.clock import SKEW
from registry.domain.errors import Conflict
from registry.domain.vocabulary import Role
from registry.jobs.runner import run_all_jobs, run_due_jobs, slot_at
from registry.jobs.table import JOBS, Job
from registry.storage import job_runs
from registry.storage.engine import SessionFactory, unit_of_work
from registry.storage.health import read_state
from registry.storage.tables import EventRow, JobRunRow, PredictionRow
from tests.claims import put_on_record
from tests.people import person

DUE = datetime(2025, 8, 16, tzinfo=UTC)


def counting(calls: list[datetime], every: timedelta = timedelta(seconds=30)) -> Job:
    def work(_sessions: Callable[[], Session], now: datetime) -> int:
        calls.append(now)
        return 7

    return Job("count", every, "counts its calls", work)


def test_a_slot_is_run_once_and_written_down(sessions: SessionFactory) -> None:
    calls: list[datetime] = []
    job = counting(calls)
    assert run_due_jobs(sessions, DUE, [job]) == {"count": 7}
    assert run_due_jobs(sessions, DUE + timedelta(seconds=29), [job]) == {}
    assert run_due_jobs(sessions, DUE + timedelta(seconds=30), [job]) == {"count": 7}
    assert len(calls) == 2
    with sessions() as session:
        runs = session.exec(select(JobRunRow)).all()
        assert [(run.job, run.n_done, run.error) for run in runs] == [("count", 7, None)] * 2


def test_missed_slots_are_made_up_once(sessions: SessionFactory) -> None:
    calls: list[datetime] = []
    run_due_jobs(sessions, DUE, [counting(calls)])
    run_due_jobs(sessions, DUE + timedelta(days=3), [counting(calls)])
    assert len(calls) == 2


def test_a_failing_job_is_written_down_and_the_rest_goes_on(sessions: SessionFactory) -> None:
    def fail(_sessions: Callable[[], Session], _now: datetime) -> int:
        raise Conflict("no luck today")

    calls: list[datetime] = []
    failing = Job("fail", timedelta(seconds=30), "fails", fail)
    assert run_due_jobs(sessions, DUE, [failing, counting(calls)]) == {"fail": 0, "count": 7}
    with sessions() as session:
        errors = {run.job: run.error for run in session.exec(select(JobRunRow))}
    assert errors == {"fail": "Conflict: no luck today", "count": None}


def test_a_fault_of_any_kind_is_written_down_and_the_rest_goes_on(sessions: SessionFactory) -> None:
    def fail(_sessions: Callable[[], Session], _now: datetime) -> int:
        raise KeyError("boom")

    calls: list[datetime] = []
    failing = Job("fail", timedelta(seconds=30), "fails", fail)
    assert run_due_jobs(sessions, DUE, [failing, counting(calls)]) == {"fail": 0, "count": 7}
    with sessions() as session:
        failed = job_runs.latest(session, "fail")
    assert failed is not None
    assert failed.error == "KeyError: 'boom'"


def test_after_the_clock_was_set_back_jobs_go_on_by_the_new_time(sessions: SessionFactory) -> None:
    calls: list[datetime] = []
    job = counting(calls)
    half_a_minute = timedelta(seconds=30)
    for step in range(20):
        run_due_jobs(sessions, DUE + step * half_a_minute, [job])
    calls.clear()
    for step in range(10):
        run_due_jobs(sessions, DUE + step * half_a_minute, [job])
        run_due_jobs(sessions, DUE + step * half_a_minute, [job])
    assert calls == [DUE + step * half_a_minute for step in range(1, 10)]  # the slot of the first had been run
    with sessions() as session:
        state = read_state(session, DUE + timedelta(hours=1))
        assert "set back by 0:09:30" in str(state.clock_set_back)
        assert read_state(session, DUE + timedelta(days=2)).clock_set_back is None


def test_schedulers_whose_clocks_differ_a_little_run_no_slot_twice(sessions: SessionFactory) -> None:
    calls: list[datetime] = []
    job = counting(calls)
    run_due_jobs(sessions, DUE + SKEW, [job])
    for seconds in range(0, 60, 10):
        run_due_jobs(sessions, DUE + timedelta(seconds=seconds), [job])
    assert len(calls) == 3


def test_slots_are_multiples_of_the_period() -> None:
    job = counting([], timedelta(minutes=1))
    assert slot_at(job, DUE + timedelta(seconds=59)) == DUE
    assert slot_at(job, DUE) == DUE


def test_the_jobs_announce_and_seal(sessions: SessionFactory) -> None:
    with unit_of_work(sessions) as session:
        put_on_record(session, person(session, "Ada", Role.admin))
    done = run_all_jobs(sessions, DUE)
    assert done["announce"] == 1
    with sessions() as session:
        assert session.exec(select(PredictionRow)).one().flagged_at == DUE
        events = session.exec(select(EventRow)).all()
        assert sorted(event.position or 0 for event in events) == list(range(1, len(events) + 1))
    assert run_all_jobs(sessions, DUE + timedelta(seconds=1))["announce"] == 0


def test_every_job_says_what_it_does() -> None:
    assert len({job.id for job in JOBS}) == len(JOBS)
    assert all(job.does and job.every > timedelta(0) for job in JOBS)
