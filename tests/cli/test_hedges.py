from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run


def test_the_table_is_listed_with_its_sources(run: Run, run_json: Callable[..., Any]) -> None:
    told = run_json("hedges", "--language", "en")
    likely = next(entry for entry in told["entries"] if entry["phrase"] == "likely")
    assert (likely["low"], likely["mid"], likely["high"], likely["n"]) == (0.67, 0.75, 0.8, 5174)
    assert likely["source"] in told["sources"]
    assert {entry["language"] for entry in told["entries"]} == {"en"}
    assert "vermutlich" in run("hedges")


def test_ones_own_file_replaces_entries_and_shows_in_the_version(
    run_json: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    own = tmp_path / "own.toml"
    own.write_text(
        'version = "mine"\n[sources]\nus = "our own reading"\n'
        '[[entry]]\nphrase = "likely"\nlanguage = "en"\nlow = 0.6\nmid = 0.7\nhigh = 0.9\nn = 0\nsource = "us"\n',
        encoding="utf-8",
    )
    monkeypatch.setenv("REGISTRY_HEDGES_FILE", str(own))
    told = run_json("hedges", "--language", "en")
    likely = next(entry for entry in told["entries"] if entry["phrase"] == "likely")
    assert likely["mid"] == 0.7
    assert told["version"].endswith("+mine")
