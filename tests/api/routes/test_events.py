"""History over HTTP."""

import hashlib
from typing import Any

import pytest
from fastapi.testclient import TestClient

from registry.actions.sealing import assign_positions
from registry.domain.vocabulary import Role
from registry.storage.engine import SessionFactory, unit_of_work
from tests.api.conftest import MakeClient

EVENTS = "/api/v1/events"
CLAIM = {
    "author": "Mira Holt",
    "new_authors": "create",
    "statement": "The lake will freeze over.",
    "made_on": "2025-08-10",
    "due_on": "2025-08-11",
    "probability": 0.8,
    "mentions": [{"quote": "it will freeze", "source": "Lake Post, page 3"}],
}


def seal(sessions: SessionFactory) -> None:
    with unit_of_work(sessions) as session:
        assign_positions(session, limit=1000)


def record(client: TestClient) -> dict[str, Any]:
    answer = client.post("/api/v1/predictions", json=CLAIM)
    assert answer.status_code == 201, answer.text
    return answer.json()


def test_history_is_read_in_order_of_position(client: TestClient, sessions: SessionFactory) -> None:
    for number in range(4):
        client.post("/api/v1/persons", json={"name": f"person {number}"})
    assert client.get(EVENTS).json() == {"items": [], "next_cursor": None}
    seal(sessions)
    seen, after = [], "0"
    while after is not None:
        page = client.get(EVENTS, params={"after": after, "limit": 2}).json()
        seen += [event["position"] for event in page["items"]]
        after = page["next_cursor"]
    assert seen == list(range(1, 7))


def test_an_event_names_who_did_it_and_its_words_stand_beside_their_hash(
    client: TestClient, sessions: SessionFactory
) -> None:
    client.post("/api/v1/persons", json={"name": "Zoë"})
    seal(sessions)
    event = client.get(EVENTS).json()["items"][-1]
    assert (event["person"], event["verb"], event["noun"]) == ("admin person", "created", "person")
    assert event["texts"] == {"name": "Zoë"}
    assert set(event["body"]["name"]) == {"sha256"}
    assert len(event["digest"]) == 2 * hashlib.sha256().digest_size


def test_words_about_persons_are_for_admins(
    client: TestClient, client_as: MakeClient, sessions: SessionFactory
) -> None:
    record(client)
    client.post("/api/v1/persons", json={"name": "Zoë", "email": "zoe@example.org"})
    seal(sessions)
    seen = client_as(Role.reader).get(EVENTS)
    assert "zoe@example.org" not in seen.text
    statements = [event["texts"].get("statement") for event in seen.json()["items"]]
    assert CLAIM["statement"] in statements


@pytest.mark.parametrize("after", ["-1", "x", "9" * 30])
def test_what_is_no_position_is_refused(client: TestClient, after: str) -> None:
    assert client.get(EVENTS, params={"after": after}).status_code == 422


def test_the_history_of_a_prediction_tells_everything_about_it(client: TestClient) -> None:
    prediction = record(client)
    record_of_another = CLAIM | {"statement": "The lake will dry up."}
    client.post("/api/v1/predictions", json=record_of_another)
    address = f"/api/v1/predictions/{prediction['id']}"
    client.patch(address, json={"probability": 0.7, "reason": "misread"})
    judged = {"outcome": "no", "known_on": "2025-08-11", "citation": "Lake Post of 12 August, page 1"}
    verdict = client.post(f"{address}/judgements", json=judged).json()
    client.post(f"/api/v1/judgements/{verdict['id']}/retract", json={"reason": "wrong lake"})
    events = client.get(f"{address}/history").json()["items"]
    assert {event["noun"] for event in events[:2]} == {"prediction", "mention"}
    told = {(event["noun"], event["verb"]) for event in events}
    assert {("judgement", "judged"), ("judgement", "retracted"), ("prediction", "corrected")} <= told
    assert all(event["position"] is None for event in events)
    assert "The lake will dry up." not in str(events)
    assert [event["at"] for event in events] == sorted(event["at"] for event in events)


def test_what_is_not_on_record_has_no_history(client: TestClient) -> None:
    answer = client.get("/api/v1/predictions/00000000-0000-7000-8000-000000000000/history")
    assert answer.status_code == 404
