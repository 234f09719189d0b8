from collections.abc import Callable
from typing import Any

from tests.cli.conftest import Run


def test_persons_are_added_changed_and_listed(run: Run, run_json: Callable[..., Any]) -> None:
    assert run_json("persons", "add", "Ada Editor", "--role", "judge")["role"] == "judge"
    assert run_json("persons", "change", "Ada Editor", "--disable")["disabled_at"] is not None
    assert "enabled" in run("persons", "change", "Ada Editor", "--enable", "--role", "logger")
    listed = {one["name"]: one["role"] for one in run_json("persons", "list")}
    assert listed == {"Ada Editor": "logger", "local": "admin"}
    assert "Ada Editor" in run("persons", "list")


def test_the_last_admin_stays(run: Run) -> None:
    run("persons", "add", "Ada Editor")
    assert "last enabled admin" in run("persons", "change", "local", "--role", "reader", status=1)


def test_an_unknown_person_is_missing(run: Run) -> None:
    assert "no person named" in run("persons", "change", "Nobody", "--role", "admin", status=1)
