"""The five commentaries that the product starts from, read from beside the project."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.shared_folder import SHARED, needs_shared

API = "/api/v1"
KNOWN: dict[str, dict[str, Any]] = {
    "000_02591dbf28c6a799": {"published_on": "2025-03-18", "author": "unnamed, first article"},
    "001_4d9e4ac50f9794c6": {"published_on": "2025-02-13", "author": "unnamed, second article"},
    "002_fb37115679c221c5": {},
    "003_3705de470721485e": {"published_on": "2025-05-20"},
    "004_33cee9dd82db2540": {},
}

pytestmark = needs_shared


def add(client: TestClient, name: str) -> dict[str, Any]:
    text = (SHARED / "articles" / f"{name}.txt").read_text(encoding="utf-8")
    answer = client.post(f"{API}/articles", json={"text": text} | KNOWN[name])
    assert answer.status_code == 201, answer.text
    return dict(answer.json())


@pytest.mark.parametrize("name", KNOWN)
def test_each_article_yields_candidates_with_quotes_in_place(client: TestClient, name: str) -> None:
    article = add(client, name)
    found = client.get(f"{API}/articles/{article['id']}/candidates").json()["items"]
    assert found
    for candidate in found:
        for (start, end), words in zip(candidate["quotes"], candidate["quoted"], strict=True):
            assert article["text"][start:end] == words
    again = client.post(f"{API}/articles", json={"text": article["text"]})
    assert again.status_code == 409
    assert article["id"] in again.text


def test_the_speaker_is_the_author_and_the_columnist_reports(client: TestClient) -> None:
    article = add(client, "004_33cee9dd82db2540")
    assert (article["byline"], article["published_on"]) == ("Vitaly Portnikov", "2025-08-10")
    found = client.get(f"{API}/articles/{article['id']}/candidates").json()["items"]
    treaty = next(one for one in found if one["speaker"] == "Mark Rutte" and one["polarity"] == "no")
    accepted = client.post(
        f"{API}/candidates/{treaty['id']}/accept",
        json={
            "new_authors": "create",
            "changes": {
                "statement": "No real peace agreement will be signed at the Alaska summit.",
                "due_on": "2025-08-15",
                "language": "en",
            },
        },
    )
    assert accepted.status_code == 201, accepted.text
    prediction = client.get(f"{API}/predictions/{accepted.json()['prediction']['id']}").json()
    assert prediction["author"]["name"] == "Mark Rutte"
    assert (prediction["made_on"], prediction["made_on_basis"]) == ("2025-08-10", "printed")
    assert prediction["mentions"][0]["reported_by"] == "Vitaly Portnikov"
    assert prediction["mentions"][0]["quote_checked"]
