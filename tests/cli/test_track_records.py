from collections.abc import Callable
from typing import Any

from tests.cli.conftest import Run


def test_a_record_is_found_by_any_name(run: Run, run_json: Callable[..., Any], add: Callable[..., Any]) -> None:
    made = add()
    run("authors", "alias", "Mira Holt", "M. H. Holt")
    run("resolve", made["id"], "yes", "--citation", "Gauge of the harbour office")
    record = run_json("track-record", "M. H. Holt")
    assert (record["author"]["slug"], record["n"], record["n_scored"]) == ("mira-holt", 1, 1)
    printed = run("track-record", "mira-holt")
    assert "1 predictions: 0 open, 0 due, 1 resolved" in printed
    assert "Brier score" in printed


def test_an_unknown_author_is_refused_with_similar_names(run: Run, add: Callable[..., Any]) -> None:
    add()
    assert "Mira Holt" in run("track-record", "Mira Hold", status=1)


def test_the_future_has_no_record(run: Run, add: Callable[..., Any]) -> None:
    add()
    assert "lies in the future" in run("track-record", "Mira Holt", "--as-of", "2999-01-01T00:00:00Z", status=1)
