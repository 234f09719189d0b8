import ast
import string
from pathlib import Path

import pytest

import dashboard
from dashboard import labels

FOLDER = Path(dashboard.__file__).parent
ENGLISH, GERMAN = labels.words("en"), labels.words("de")


def fields(words: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(words) if name}


def test_both_languages_have_the_same_words() -> None:
    assert ENGLISH.keys() == GERMAN.keys()
    assert all(ENGLISH.values())
    assert all(GERMAN.values())


def test_both_languages_are_given_the_same_values() -> None:
    assert [key for key in ENGLISH if fields(ENGLISH[key]) != fields(GERMAN[key])] == []


def test_every_key_that_a_page_names_exists() -> None:
    named = set()
    for file in FOLDER.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in {"labels.text", "labels.count"}:
                key = node.args[0]
                if isinstance(key, ast.Constant):
                    ends = [".one", ".many"] if ast.unparse(node.func) == "labels.count" else [""]
                    named |= {f"{key.value!s}{end}" for end in ends}
    assert named
    assert named <= ENGLISH.keys()


@pytest.mark.parametrize(
    ("locale", "language"), [("de-AT", "de"), ("de", "de"), ("en-GB", "en"), ("fr-FR", "en"), (None, "en")]
)
def test_a_browser_is_met_in_the_nearest_language(locale: str | None, language: str) -> None:
    assert labels.preferred(locale) == language


def test_an_unknown_key_is_an_error() -> None:
    with pytest.raises(KeyError):
        labels.text("no.such.key")
