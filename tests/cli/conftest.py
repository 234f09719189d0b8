"""The command line in process, on a database of its own."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from registry.cli.application import app

Run = Callable[..., str]
"""`run(*words, status=0)`: what the command printed; the status it ended with is checked."""


@pytest.fixture
def data_dir(sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data directory with a migrated database, named by the environment."""
    monkeypatch.setenv("REGISTRY_DATA_DIR", str(tmp_path))
    monkeypatch.delenv("REGISTRY_DATABASE_URL", raising=False)
    return tmp_path


@pytest.fixture
def run(data_dir: Path) -> Run:
    """Runs a command; what it said on stderr follows what it printed."""

    def run_command(*words: str, status: int = 0, given: str | None = None) -> str:
        result = CliRunner().invoke(app, words, input=given)
        assert result.exit_code == status, result.output
        return result.stdout if status == 0 else result.output

    return run_command


@pytest.fixture
def run_json(run: Run) -> Callable[..., Any]:
    """Runs a command with --json and reads what it printed."""
    return lambda *words, **more: json.loads(run(*words, "--json", **more))


@pytest.fixture
def add(run_json: Callable[..., Any]) -> Callable[..., Any]:
    """Puts a prediction on record; options overrule the usual ones."""

    def add_prediction(**options: str) -> Any:
        usual = {"author": "Mira Holt", "made-on": "2025-08-10", "due-on": "2025-08-15", "probability": "0.9"}
        words = [word for name, value in {**usual, **options}.items() for word in (f"--{name}", value)]
        return run_json("add", "The lake will freeze over before Friday.", "--new-authors", "create", *words)

    return add_prediction
