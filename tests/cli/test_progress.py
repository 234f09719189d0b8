import sys

import pytest

from registry.cli.progress import progress


def test_nothing_is_shown_where_nobody_looks(capsys: pytest.CaptureFixture[str]) -> None:
    with progress("counting", 2) as advance:
        assert [advance(n) for n in (1, 2)] == [1, 2]
    assert capsys.readouterr().err == ""


def test_a_terminal_gets_a_bar(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("FORCE_COLOR", "1")
    with progress("counting", 2) as advance:
        assert [advance(n) for n in (1, 2)] == [1, 2]
    assert "counting" in capsys.readouterr().err
