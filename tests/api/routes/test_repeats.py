from typing import Any

from fastapi.testclient import TestClient

from tests.api.routes.test_predictions import post

CLAIM = {
    "author": "Mira Holt",
    "statement": "At the lake summit the two sides will not sign any treaty.",
    "polarity": "no",
    "probability": 0.9,
    "due_on": "2025-08-15",
}


def repeats(client: TestClient, **fields: Any) -> list[dict[str, Any]]:
    answer = client.get("/api/v1/repeats", params=CLAIM | fields)
    assert answer.status_code == 200, answer.text
    return list(answer.json())


def test_the_same_claim_in_other_words_is_found(client: TestClient) -> None:
    made = post(client, polarity="no", language="en")
    post(client, statement="The price of bread will rise in autumn.", language="en")
    [found] = repeats(client)
    assert (found["prediction"]["id"], found["relation"]) == (made["id"], "restates")
    assert found["score"] > 0.7


def test_a_moved_date_is_told_apart_with_what_moved(client: TestClient) -> None:
    post(client, polarity="no")
    [found] = repeats(client, due_on="2025-12-31")
    assert found["relation"] == "changed"
    assert [one["part"] for one in found["differences"]][:1] == ["due_on"]


def test_a_claim_of_the_opposite_contradicts(client: TestClient) -> None:
    post(client, polarity="no")
    [found] = repeats(client, statement="The two sides will sign a treaty at the lake summit.", polarity="yes")
    assert found["relation"] == "contradicts"


def test_other_authors_and_withdrawn_claims_are_no_repeats(client: TestClient) -> None:
    made = post(client, polarity="no")
    assert repeats(client, author="Jon Vale") == []
    client.post(f"/api/v1/predictions/{made['id']}/withdraw", json={"reason": "entered twice"})
    assert repeats(client) == []


def test_a_language_that_cannot_be_told_has_to_be_named(client: TestClient) -> None:
    post(client)
    answer = client.get("/api/v1/repeats", params={"author": "Mira Holt", "statement": "Xyzzy plugh qwertz."})
    assert answer.status_code == 422
    assert repeats(client, statement="Xyzzy plugh qwertz.", language="en") == []


def test_the_polarity_is_read_from_the_words_where_nobody_stated_it(client: TestClient) -> None:
    post(client)
    asked = {name: value for name, value in CLAIM.items() if name != "polarity"}
    said = "The two sides will sign a treaty at the lake summit."
    for statement, relation in ((CLAIM["statement"], "restates"), (said, "contradicts")):
        answer = client.get("/api/v1/repeats", params=asked | {"statement": statement})
        assert [one["relation"] for one in answer.json()] == [relation]
