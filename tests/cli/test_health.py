import json

from tests.cli.conftest import Run


def test_a_scheduler_that_never_ran_is_a_reason_for_care(run: Run) -> None:
    assert "The scheduler has never run" in run("health", status=1)


def test_all_is_well_once_the_scheduler_ran(run: Run) -> None:
    run("schedule", "--once")
    assert json.loads(run("health", "--json"))["status"] == "ok"
