from collections.abc import Callable
from typing import Any

from tests.cli.conftest import Run


def test_a_prediction_is_put_on_record_by_the_local_person(add: Callable[..., Any]) -> None:
    made = add(tag="winter", **{"source-url": "https://example.org/lake", "reported-by": "Ines Vale"})
    assert made["author"] == {"slug": "mira-holt", "name": "Mira Holt"}
    assert (made["probability"], made["due_on"], made["tags"]) == (0.9, "2025-08-15", ["winter"])
    assert made["entered_by"] == "local"


def test_every_fault_is_said(run: Run) -> None:
    said = run("add", "Too warm", "--author", "Mira Holt", "--made-on", "soon", "--probability", "7", status=1)
    assert "2 things have to be put right" in said
    assert "made_on: " in said
    assert "probability: " in said


def test_an_unknown_author_is_refused_with_similar_names(run: Run, add: Callable[..., Any]) -> None:
    add()
    words = ("add", "The lake will thaw again.", "--author", "Mira Hold", "--made-on", "2025-08-11")
    assert "Mira Holt" in run(*words, status=1)
    assert run("authors", "list").count("Mira") == 1


def test_it_is_told_in_words_too(run: Run) -> None:
    words = ("--author", "Ola Berg", "--made-on", "2025-08-10", "--new-authors", "create")
    assert "Ola Berg, without a date" in run("add", "The ferry will be replaced.", *words)
