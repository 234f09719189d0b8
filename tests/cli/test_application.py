import pytest
import typer.main
from typer.testing import CliRunner

from registry import __version__
from registry.cli.application import app

NAMED_IN_THE_MANUAL = {
    "up", "serve", "schedule", "dashboard", "migrate", "jobs", "health", "extract", "add", "due", "resolve",
    "track-record", "authors", "import",
}  # fmt: skip


def test_every_command_is_there_and_says_what_it_does() -> None:
    commands = typer.main.get_command(app).commands  # type: ignore[attr-defined]
    assert commands.keys() >= NAMED_IN_THE_MANUAL
    assert all(command.help for command in commands.values())


def test_the_version_is_told() -> None:
    assert CliRunner().invoke(app, ["--version"]).stdout == f"registry {__version__}\n"


@pytest.mark.parametrize("words", [["due", "--urgency", "never"], ["nonsense"], ["resolve", "x", "yes"]])
def test_a_command_that_is_written_wrongly_ends_with_2(words: list[str]) -> None:
    assert CliRunner().invoke(app, words).exit_code == 2


def test_settings_that_cannot_be_used_are_named_without_a_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REGISTRY_API_PORT", "many")
    result = CliRunner().invoke(app, ["due"])
    assert result.exit_code == 1
    assert "REGISTRY_API_PORT" in result.stderr
    assert "Traceback" not in result.output
