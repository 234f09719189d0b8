"""`registry jobs` and `registry schedule`: what the registry does by itself."""

from typing import TYPE_CHECKING, Annotated

import typer

from registry.cli.printing import AsJson, print_json, print_lines, print_table

if TYPE_CHECKING:
    from registry.storage.engine import SessionFactory

FAILED = 1


def list_jobs(as_json: AsJson = False) -> None:
    """List the jobs of the scheduler, with the last run of each."""
    from registry.cli.local_work import reading
    from registry.jobs.table import JOBS
    from registry.storage.job_runs import latest

    with reading() as work:
        last = {job.id: latest(work.session, job.id) for job in JOBS}
    listed = [
        {
            "id": job.id,
            "does": job.does,
            "every_seconds": int(job.every.total_seconds()),
            "last_run_at": run.started_at if run else None,
            "n_done": run.n_done if run else None,
            "error": run.error if run else None,
        }
        for job in JOBS
        for run in [last[job.id]]
    ]
    if as_json:
        print_json(listed)
        return
    columns = ("Job", "What it does", "Seconds#", "Last run", "Done#", "Error")
    print_table(columns, ([*one.values()] for one in listed))


def schedule(
    once: Annotated[bool, typer.Option("--once", help="Run every job once and end.")] = False,
    as_json: AsJson = False,
) -> None:
    """Run the scheduler until it is stopped. Several may run at once: each job is still done once."""
    from registry.cli.local_work import opened_database
    from registry.settings import read_settings
    from registry.storage.engine import session_factory

    with opened_database(read_settings()) as engine:
        if once:
            _run_once(session_factory(engine), as_json)
        else:
            _run_on(session_factory(engine))


def _run_once(sessions: "SessionFactory", as_json: bool) -> None:
    from registry.cli.clock import utc_now
    from registry.jobs.runner import run_all_jobs
    from registry.jobs.table import JOBS
    from registry.storage.job_runs import latest

    done = run_all_jobs(sessions, utc_now())
    with sessions() as session:
        errors = {job: run.error for job in done if (run := latest(session, job)) and run.error}
    if as_json:
        print_json([{"id": job, "n_done": n, "error": errors.get(job)} for job, n in done.items()])
    else:
        does = {job.id: job.does for job in JOBS}
        print_lines(*(f"{job}: {errors.get(job) or f'{n} done'} ({does[job]})" for job, n in done.items()))
    if errors:
        raise typer.Exit(FAILED)


def _run_on(sessions: "SessionFactory") -> None:
    import signal

    from registry.cli.clock import utc_now
    from registry.jobs.scheduler import blocking_scheduler

    scheduler = blocking_scheduler(sessions, utc_now, tell=_tell)
    for sign in (signal.SIGINT, signal.SIGTERM):
        signal.signal(sign, lambda _sign, _frame: scheduler.shutdown(wait=False))
    scheduler.start()
    print_lines("The scheduler has stopped.")


def _tell(leads: bool) -> None:
    if leads:
        print_lines("The scheduler is running. Ctrl-C stops it.")
    else:
        print_lines("Another scheduler runs on this database; this one waits to take over. Ctrl-C stops it.")
