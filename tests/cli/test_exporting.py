from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.cli.conftest import Run


def test_an_export_goes_to_a_file_or_to_standard_output(run: Run, add: Callable[..., Any], tmp_path: Path) -> None:
    add()
    printed = run("export")
    assert printed.splitlines()[0].startswith("author,statement,made_on")
    file = tmp_path / "all.jsonl"
    run("export", str(file))
    assert '"author": "Mira Holt"' in file.read_text("utf-8")
    assert "1 rows" in run("import", str(file))


def test_a_kind_of_file_that_is_not_known_is_refused(run: Run, tmp_path: Path) -> None:
    assert "format" in run("export", str(tmp_path / "all.xlsx"), status=1)
