from collections.abc import Callable
from typing import Any

from tests.cli.conftest import Run

CITATION = ("--citation", "Gauge of the harbour office")


def test_a_prediction_is_judged_with_evidence(run: Run, run_json: Callable[..., Any], add: Callable[..., Any]) -> None:
    made = add()
    judged = run_json("resolve", made["id"], "no", *CITATION)
    assert (judged["outcome"], judged["in_force"], judged["person"]) == ("no", True, "local")
    assert run_json("track-record", "Mira Holt")["brier"] == 0.81


def test_without_evidence_nothing_is_judged(run: Run, add: Callable[..., Any]) -> None:
    assert "needs evidence" in run("resolve", add()["id"], "yes", status=1)


def test_a_second_verdict_is_refused(run: Run, add: Callable[..., Any]) -> None:
    made = add()
    assert "Judged" in run("resolve", made["id"], "partly", "--share", "0.5", *CITATION)
    assert "There is a verdict already" in run("resolve", made["id"], "yes", *CITATION, status=1)
