import json
from datetime import date
from uuid import UUID

import pytest

from registry.cli.printing import figure, print_json, print_lines, print_table, say, shortened
from registry.schemas.authors import AuthorBrief


def test_json_is_readable_and_keeps_letters(capsys: pytest.CaptureFixture[str]) -> None:
    print_json([AuthorBrief(slug="z", name="Żółć"), {"day": date(2025, 8, 10), "id": UUID(int=1)}])
    printed = capsys.readouterr().out
    assert "Żółć" in printed
    assert json.loads(printed)[1] == {"day": "2025-08-10", "id": str(UUID(int=1))}


def test_a_statement_in_brackets_is_no_markup(capsys: pytest.CaptureFixture[str]) -> None:
    print_table(("Statement", "n#"), [("[2025-10-26] Will it [bold]snow[/bold]?", 3), (None, None)], title="T")
    assert "[2025-10-26] Will it [bold]snow[/bold]?" in capsys.readouterr().out


def test_control_characters_are_harmless(capsys: pytest.CaptureFixture[str]) -> None:
    print_lines("a\x1b[2J")
    say("b\x1b[2J")
    printed = capsys.readouterr()
    assert (printed.out, printed.err) == ("a\ufffd[2J\n", "b\ufffd[2J\n")


def test_long_text_is_shortened_to_one_line() -> None:
    assert shortened("one\n two  three", 9) == "one two …"
    assert shortened("one\ntwo", 9) == "one two"


def test_a_missing_figure_stays_missing() -> None:
    assert figure(None) is None
    assert figure(0.12345, 2) == "0.12"
