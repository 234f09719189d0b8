"""Running jobs: each slot of each job once, however many runners there are.

A slot is the latest multiple of the job's period. What was missed while nobody ran is therefore made up once,
not once for every slot. A clock that was set back finds slots claimed in what is now the future: they are given
back first, so that every job goes on by the new time.
"""

import logging
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from registry.actions import clock
from registry.jobs.table import JOBS, Job
from registry.storage import job_runs
from registry.storage.engine import SessionFactory, unit_of_work

_log = logging.getLogger(__name__)
LONGEST_ERROR = 2000
_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)


def run_due_jobs(sessions: SessionFactory, now: datetime, jobs: Iterable[Job] = JOBS) -> dict[str, int]:
    """The tick: run every job whose slot at `now` nobody has claimed; returns what each one did."""
    wanted = list(jobs)
    _notice_set_back(sessions, wanted, now)
    return _run(sessions, [(job, slot_at(job, now)) for job in wanted], now)


def run_all_jobs(sessions: SessionFactory, now: datetime, jobs: Iterable[Job] = JOBS) -> dict[str, int]:
    """Run every job at once, whatever its slot."""
    wanted = list(jobs)
    _notice_set_back(sessions, wanted, now)
    return _run(sessions, [(job, now) for job in wanted], now)


def slot_at(job: Job, now: datetime) -> datetime:
    """The latest instant at or before `now` at which the job was to run."""
    return now - (now - _EPOCH) % job.every


def _notice_set_back(sessions: SessionFactory, jobs: Sequence[Job], now: datetime) -> None:
    with sessions() as session:
        latest = job_runs.latest_slot(session, [job.id for job in jobs])
    if latest is None or latest <= now + clock.SKEW:
        return
    _log.warning("the clock was set back from %s to %s; what was done too early is put right", latest, now)
    with unit_of_work(sessions) as session:
        clock.mend_after_set_back(session, now=now)


def _run(sessions: SessionFactory, slots: Iterable[tuple[Job, datetime]], now: datetime) -> dict[str, int]:
    done = {}
    for job, slot in slots:
        with unit_of_work(sessions) as session:
            run_id = job_runs.claim(session, job.id, slot, now)
        if run_id is None:
            continue
        n_done, error = _attempt(job, sessions, now)
        with unit_of_work(sessions) as session:
            job_runs.finish(session, run_id, now, n_done, error)
        done[job.id] = n_done
    return done


def _attempt(job: Job, sessions: SessionFactory, now: datetime) -> tuple[int, str | None]:
    """One job's failure is written down and keeps no other job from running."""
    try:
        return job.work(sessions, now), None
    except Exception as problem:  # noqa: BLE001 (of whatever kind: it is on record, and the other jobs have to run)
        _log.exception("job %s failed", job.id)
        return 0, f"{type(problem).__name__}: {problem}"[:LONGEST_ERROR]
