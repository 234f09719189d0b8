from collections.abc import Callable
from typing import Any

from registry.domain.keys import prefix_of
from tests.cli.conftest import Run


def test_a_key_is_issued_listed_and_revoked(run: Run, run_json: Callable[..., Any]) -> None:
    run("persons", "add", "Ada Editor", "--role", "logger")
    secret = run("keys", "issue", "Ada Editor", "--label", "import script").strip()
    listed = run_json("keys", "list", "Ada Editor")
    assert [one["prefix"] for one in listed] == [prefix_of(secret)]
    assert "secret" not in listed[0]
    assert "Revoked" in run("keys", "revoke", listed[0]["id"])
    assert run_json("keys", "list", "Ada Editor")[0]["revoked_at"] is not None
    assert "import script" in run("keys", "list", "Ada Editor")


def test_the_secret_of_a_new_key_is_in_the_json(run_json: Callable[..., Any]) -> None:
    run_json("persons", "add", "Ada Editor")
    assert run_json("keys", "issue", "Ada Editor")["secret"].startswith("fr_")
