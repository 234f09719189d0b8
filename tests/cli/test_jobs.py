from collections.abc import Callable
from typing import Any

from registry.jobs.table import JOBS
from tests.cli.conftest import Run


def test_every_job_is_run_once_and_says_what_it_did(
    run: Run, run_json: Callable[..., Any], add: Callable[..., Any]
) -> None:
    add()
    done = {one["id"]: one for one in run_json("schedule", "--once")}
    assert done.keys() == {job.id for job in JOBS}
    assert done["announce"] == {"id": "announce", "n_done": 1, "error": None}
    assert "announce: 0 done" in run("schedule", "--once")


def test_the_jobs_are_listed_with_their_last_run(run: Run, run_json: Callable[..., Any]) -> None:
    assert all(one["last_run_at"] is None for one in run_json("jobs"))
    run("schedule", "--once")
    assert all(one["last_run_at"] for one in run_json("jobs"))
    assert "announce" in run("jobs")
