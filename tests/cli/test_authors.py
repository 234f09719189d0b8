from collections.abc import Callable
from typing import Any

from tests.cli.conftest import Run


def test_authors_are_added_named_and_listed(run: Run, run_json: Callable[..., Any]) -> None:
    made = run_json("authors", "add", "Ola Berg", "--alias", "O. Berg", "--kind", "person")
    assert made["aliases"] == ["O. Berg"]
    run("authors", "alias", "ola-berg", "Ola the Elder")
    assert run_json("authors", "show", "O. Berg")["aliases"] == ["O. Berg", "Ola the Elder"]
    assert [one["slug"] for one in run_json("authors", "list", "--q", "elder")] == ["ola-berg"]
    assert "Ola Berg" in run("authors", "list")


def test_a_name_leads_to_one_author(run: Run) -> None:
    run("authors", "add", "Ola Berg")
    assert "already on record" in run("authors", "add", "ola berg", status=1)


def test_authors_are_merged(run: Run, run_json: Callable[..., Any]) -> None:
    run("authors", "add", "Ola Berg")
    run("authors", "add", "Ola Bergh")
    merged = run_json("authors", "merge", "Ola Bergh", "--into", "Ola Berg")
    assert [one["slug"] for one in merged["absorbed"]] == ["ola-bergh"]
