from collections.abc import Callable
from typing import Any

from tests.cli.conftest import Run


def test_a_board_names_everybody_and_what_it_was_computed_from(
    run: Run, run_json: Callable[..., Any], add: Callable[..., Any]
) -> None:
    made = add(**{"due-on": "2990-01-01"})
    run("resolve", made["id"], "yes", "--citation", "Gauge of the harbour office")
    board = run_json("leaderboard", "--metric", "brier", "--minimum", "5")
    assert (board["n_authors"], board["n_ranked"], board["minimum"]) == (1, 0, 5)
    printed = run("leaderboard")
    assert "Mira Holt" in printed
    assert "too few" in printed
    assert "0 of 1 authors ranked by skill, from 1 scored" in printed


def test_a_board_without_anybody_is_empty(run: Run) -> None:
    assert "0 of 0 authors ranked" in run("leaderboard")
