import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.cli.conftest import Run


def test_recomputing_finds_and_puts_right_what_differs(
    run: Run, run_json: Callable[..., Any], add: Callable[..., Any], data_dir: Path
) -> None:
    made = add()
    run("resolve", made["id"], "yes", "--citation", "Gauge of the harbour office")
    assert "1 scores and 1 sums: equal to the last unit." in run("scores", "recompute")
    with sqlite3.connect(data_dir / "registry.db") as database:
        database.execute("UPDATE rollup SET log_score = log_score - 1")
    database.close()
    assert "1 differ" in run("scores", "recompute", status=1)
    assert run_json("scores", "recompute", "--write")["put_right"]
    assert run_json("scores", "recompute")["n_differing"] == 0
