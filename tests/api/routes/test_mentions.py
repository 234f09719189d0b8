from fastapi.testclient import TestClient

from tests.api.routes.test_predictions import PREDICTIONS, post

TEXT = "At noon he spoke. There will be no treaty, he said twice: There will be no treaty."


def article(client: TestClient) -> str:
    answer = client.post("/api/v1/articles", json={"text": TEXT, "outlet": "Lake Post", "extract": False})
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


def test_a_quote_is_checked_against_its_article(client: TestClient) -> None:
    made = post(client)
    place = f"{PREDICTIONS}/{made['id']}/mentions"
    quote = {"article_id": article(client), "quote": "There will be no treaty"}
    added = client.post(place, json=quote)
    assert added.status_code == 201
    assert (added.json()["quote_start"], added.json()["quote_checked"]) == (18, True)
    assert added.json()["outlet"] == "Lake Post"
    second = client.post(place, json=quote | {"quote_start": 58, "quote_end": 81})
    assert second.json()["quote_start"] == 58
    for wrong in (
        {"quote": "There will be a treaty"},
        {"quote_start": 1, "quote_end": 24},
        {"quote_start": 1},
        {"quote_start": 70, "quote_end": 10_000},
    ):
        refused = client.post(place, json=quote | wrong)
        assert refused.status_code == 422
    assert len(client.get(place).json()) == 2


def test_a_mention_of_nothing_is_refused(client: TestClient) -> None:
    made = post(client)
    assert client.post(f"{PREDICTIONS}/{made['id']}/mentions", json={}).status_code == 422


def test_a_withdrawn_prediction_takes_no_mention(client: TestClient) -> None:
    made = post(client)
    client.post(f"{PREDICTIONS}/{made['id']}/withdraw", json={"reason": "entered twice"})
    answer = client.post(f"{PREDICTIONS}/{made['id']}/mentions", json={"source": "radio, noon"})
    assert answer.status_code == 409


def test_the_same_place_is_recorded_once(client: TestClient) -> None:
    place = f"{PREDICTIONS}/{post(client)['id']}/mentions"
    radio = {"source": "radio, noon", "quote": "no treaty"}
    assert client.post(place, json=radio).status_code == 201
    assert client.post(place, json=radio).status_code == 409
    assert client.post(place, json=radio | {"said_on": "2025-08-11"}).status_code == 201


def test_nothing_was_said_on_a_day_to_come(client: TestClient) -> None:
    place = f"{PREDICTIONS}/{post(client)['id']}/mentions"
    refused = client.post(place, json={"source": "radio", "said_on": "2999-01-01"})
    assert refused.status_code == 422
    assert refused.json()["errors"][0]["where"] == "said_on"
