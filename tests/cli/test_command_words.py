"""What is refused at the command line, in its own words."""

import re
from pathlib import Path

import pytest

import registry
from registry.cli.command_words import in_command_words
from tests.cli.conftest import Run

API_WORDS = re.compile(r"(?:GET|POST|PATCH) /|new_authors=|/api/v1")
SPEAKERS = ("actions", "storage", "domain", "intake")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("add", "It will rain.", "--author", "Nobody", "--made-on", "2025-08-10", "--due-on", "2025-08-11"),
         "or give --new-authors create"),
        (("resolve", "01890000-0000-7000-8000-000000000000", "yes", "--citation", "the gauge of the lake"),
         "`registry export` lists those on record"),
    ],
)  # fmt: skip
def test_a_refusal_names_commands_and_options(run: Run, words: tuple[str, ...], said: str) -> None:
    output = run(*words, status=1)
    assert said in output
    assert not API_WORDS.search(output)


def test_a_text_of_no_known_language_is_asked_for_the_option(run: Run, tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text("Il gatto dorme sul divano e la casa era molto bella ieri, quando siamo arrivati.", "utf-8")
    assert "name one with --language" in run("extract", str(text), status=1)


def test_no_words_of_the_api_are_left_in_what_is_said_to_people() -> None:
    root = Path(registry.__file__).parent
    texts = [
        line for part in SPEAKERS for file in (root / part).rglob("*.py") for line in file.read_text().splitlines()
    ]
    said = [
        line.strip()
        for line in texts
        if API_WORDS.search(line) and re.search(r"\"[^\"]*(?:GET|POST|new_authors=)", line)
    ]
    assert said
    assert [line for line in said if '"""' not in line and API_WORDS.search(in_command_words(line))] == []
