from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run

LINES = (
    "author;statement;made_on;deadline;probability;outcome",
    "Mira Holt;The lake will freeze over.;2025-01-02;2025-02-01;0,8;1",
    "Ola Berg;The harbour will be sold.;2025-01-05;2025-06-30;25 %;no",
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file of two predictions, as a spreadsheet writes it."""
    path = tmp_path / "claims.csv"
    path.write_text("\r\n".join(LINES), "utf-8-sig")
    return path


def test_what_was_done_is_told_new_authors_by_name(run: Run, file: Path) -> None:
    said = run("import", str(file))
    assert "2 predictions put on record" in said
    assert "2 new authors:\n  Mira Holt (mira-holt)\n  Ola Berg (ola-berg)" in said
    assert "0 predictions put on record, 2 were there already" in run("import", str(file))


def test_the_report_is_json_too(run_json: Callable[..., Any], file: Path) -> None:
    report = run_json("import", str(file))
    assert (report["n_created"], report["n_scored"], report["faults"]) == (2, 2, [])
    assert run_json("track-record", "Ola Berg")["brier"] == 0.0625


def test_a_dry_run_stores_nothing(run: Run, run_json: Callable[..., Any], file: Path) -> None:
    assert "2 predictions would be put on record" in run("import", str(file), "--dry-run")
    assert run_json("authors", "list") == []


def test_what_is_wrong_is_said_by_line_and_nothing_is_stored(
    run: Run, run_json: Callable[..., Any], file: Path
) -> None:
    file.write_text("\n".join([*LINES, "Mira Holt;Too sure.;2025-01-02;2025-02-01;80;1"]))
    assert "line 4, probability: 80 is not between 0 and 1" in run("import", str(file), status=1)
    assert "line 4, probability" in run("import", str(file), "--dry-run", status=1)
    assert run_json("authors", "list") == []


def test_unknown_authors_may_be_refused(run: Run, file: Path) -> None:
    assert "line 2, author" in run("import", str(file), "--new-authors", "refuse", status=1)


def test_another_programs_file_is_read_by_a_mapping(run_json: Callable[..., Any], run: Run, tmp_path: Path) -> None:
    board, mapping = tmp_path / "board.csv", tmp_path / "board.toml"
    board.write_text("Who,What,Said,By,Odds,Then\nMira Holt,It will rain.,2025-01-02,2025-02-01,0.8,came\n", "utf-8")
    lines = ('author = "Who"', 'statement = "What"', 'made_on = "Said"', 'due_on = "By"', 'probability = "Odds"')
    mapping.write_text("\n".join(["[columns]", *lines, 'outcome = "Then"', "[words.outcome]", 'came = "yes"']), "utf-8")
    assert run_json("import", str(board), "--map", str(mapping))["n_scored"] == 1
    assert "there is no column" in run("import", str(board), status=1)
