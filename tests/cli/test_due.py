from collections.abc import Callable
from typing import Any

from tests.cli.conftest import Run


def test_what_is_due_is_listed(run: Run, run_json: Callable[..., Any], add: Callable[..., Any]) -> None:
    made = add()
    found = run_json("due")
    assert [one["id"] for one in found["items"]] == [made["id"]]
    assert found["counts"]["overdue"] == 1
    printed = run("due", "--author", "mira-holt")
    assert made["id"] in printed
    assert "1 overdue" in printed


def test_what_is_later_is_listed_when_asked_for(run_json: Callable[..., Any], add: Callable[..., Any]) -> None:
    add(**{"due-on": "2999-01-01"})
    assert run_json("due")["items"] == []
    assert len(run_json("due", "--urgency", "later")["items"]) == 1


def test_a_longer_list_says_so(run: Run, add: Callable[..., Any]) -> None:
    add()
    add(source="another place")
    assert "--limit shows more" in run("due", "--limit", "1")
