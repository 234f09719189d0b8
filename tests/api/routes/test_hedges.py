from typing import Any

import pytest
from fastapi.testclient import TestClient

HEDGES = "/api/v1/hedges"


def read(client: TestClient, words: str, **more: Any) -> dict[str, Any]:
    answer = client.get(HEDGES, params={"words": words, **more})
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


@pytest.mark.parametrize(
    ("words", "language", "hedge"),
    [
        ("The court will probably lift the ban this spring.", "en", "probably"),
        ("Die Regierung wird das Gesetz wohl beschließen.", "de", "wohl"),
    ],
)
def test_a_hedge_has_a_probability_with_its_range(client: TestClient, words: str, language: str, hedge: str) -> None:
    found = read(client, words)
    assert (found["language"], found["probability_basis"], found["polarity"]) == (language, "hedged", "yes")
    assert hedge in found["hedge"]
    assert 0.5 < found["probability_low"] < found["probability"] < found["probability_high"] < 1
    assert found["hedge_table_version"]


def test_a_number_in_the_words_is_taken_as_it_stands(client: TestClient) -> None:
    found = read(client, "There is a 30 per cent chance that the bridge will open.")
    assert (found["probability"], found["probability_basis"]) == (0.3, "stated")


def test_words_without_a_hedge_have_no_probability(client: TestClient) -> None:
    found = read(client, "The bridge opened in spring.", language="en")
    assert (found["probability"], found["hedge"]) == (None, None)


def test_a_language_that_cannot_be_told_has_to_be_named(client: TestClient) -> None:
    assert client.get(HEDGES, params={"words": "Xyzzy plugh qwertz."}).status_code == 422
    assert read(client, "Xyzzy plugh qwertz.", language="en")["probability"] is None
