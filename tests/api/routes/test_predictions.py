from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.api.conftest import Clock, MakeClient
from tests.databases import (
    NOW,
    database_url,  # noqa: F401 - these routes are read on both databases
)

CLAIM = {
    "author": "Mira Holt",
    "new_authors": "create",
    "statement": "The two sides will not sign a treaty at the lake summit.",
    "made_on": "2025-08-10",
    "due_on": "2025-08-15",
    "probability": 0.9,
}
PREDICTIONS = "/api/v1/predictions"


def post(client: TestClient, **fields: Any) -> dict[str, Any]:
    answer = client.post(PREDICTIONS, json=CLAIM | fields)
    assert answer.status_code == 201, answer.text
    return dict(answer.json())


def listed(client: TestClient, **query: Any) -> list[str]:
    answer = client.get(PREDICTIONS, params=query)
    assert answer.status_code == 200, answer.text
    return [item["statement"] for item in answer.json()["items"]]


def test_a_recorded_prediction_is_found_where_the_answer_says(client: TestClient) -> None:
    answer = client.post(PREDICTIONS, json=CLAIM | {"mentions": [{"quote": "no treaty", "source": "radio"}]})
    assert answer.status_code == 201
    assert answer.headers["ETag"] == '"1"'
    found = client.get(answer.headers["Location"]).json()
    assert found["author"] == {"slug": "mira-holt", "name": "Mira Holt"}
    assert [mention["quote"] for mention in found["mentions"]] == ["no treaty"]
    assert found["judgements"] == []


@pytest.mark.parametrize(
    ("fields", "where"),
    [
        ({"probability": 1.2}, "probability"),
        ({"probability": -0.1}, "probability"),
        ({"due_on": "2025-08-01"}, "due_on"),
        ({"made_on": "2025-08-13"}, "made_on"),
        ({"made_on": "yesterday"}, "made_on"),
        ({"statement": ""}, "statement"),
        ({"statement": "x" * 4001}, "statement"),
        ({"statement": "It will \x00 rain."}, "statement"),
        ({"author": "Nobody Known", "new_authors": "refuse"}, "author"),
        ({"time_zone": "Mars/Olympus"}, "time_zone"),
        ({"mentions": [{"address": "ftp://example.org"}]}, "mentions.0.address"),
        ({"mentions": [{"article_id": "01890000-0000-7000-8000-000000000000"}]}, "mentions.0.article_id"),
        ({"tags": ["x" * 51]}, "tags.0"),
    ],
)
def test_what_is_wrong_is_named_and_nothing_is_recorded(client: TestClient, fields: dict[str, Any], where: str) -> None:
    answer = client.post(PREDICTIONS, json=CLAIM | fields)
    assert answer.status_code == 422
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert where in [error["where"] for error in answer.json()["errors"]]
    assert listed(client) == []


def test_half_a_surrogate_pair_is_refused(client: TestClient) -> None:
    body = b'{"author": "A", "statement": "It will rain \\ud800 here.", "made_on": "2025-08-10"}'
    answer = client.post(PREDICTIONS, content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["where"] == "statement"


def test_the_same_entry_twice_is_a_conflict_that_names_the_first(client: TestClient) -> None:
    first = post(client)
    answer = client.post(PREDICTIONS, json=CLAIM)
    assert answer.status_code == 409
    assert answer.json()["errors"][0]["suggestions"] == [first["id"]]


def test_a_repeated_key_answers_the_same_and_records_once(client: TestClient) -> None:
    headers = {"Idempotency-Key": "entry-1"}
    first = client.post(PREDICTIONS, json=CLAIM, headers=headers)
    again = client.post(PREDICTIONS, json=CLAIM, headers=headers)
    assert (first.status_code, again.status_code) == (201, 201)
    assert first.json() == again.json()
    assert len(listed(client)) == 1


def test_a_list_is_read_page_by_page(client: TestClient) -> None:
    for number in range(5):
        post(client, statement=f"Event number {number} will happen.")
    seen, cursor = [], None
    while True:
        page = client.get(PREDICTIONS, params={"limit": 2, "sort": "made"} | ({"cursor": cursor} if cursor else {}))
        seen += [item["statement"] for item in page.json()["items"]]
        cursor = page.json()["next_cursor"]
        if cursor is None:
            break
    assert sorted(seen) == [f"Event number {number} will happen." for number in range(5)]


def test_a_cursor_of_another_sort_is_refused(client: TestClient) -> None:
    for number in range(2):
        post(client, statement=f"Event number {number} will happen.")
    cursor = client.get(PREDICTIONS, params={"limit": 1, "sort": "made"}).json()["next_cursor"]
    for wrong in ({"sort": "due", "cursor": cursor}, {"cursor": "nonsense"}):
        answer = client.get(PREDICTIONS, params=wrong)
        assert answer.status_code == 422
        assert answer.json()["errors"][0]["where"] == "cursor"


def test_filters_and_sorts(client: TestClient, clock: Clock) -> None:
    client.post("/api/v1/collections", json={"name": "Lake"})
    post(client, statement="Rain will fall over Zürich.", due_on="2025-08-11", tags=["weather"])
    post(client, statement="The bridge will open.", author="Jon Vale", collection="lake", due_on="2025-10-01")
    post(
        client,
        statement="The fair will be held again.",
        kind="announcement",
        made_on="2025-08-01",
        due_on=None,
    )
    assert listed(client, author="jon-vale") == ["The bridge will open."]
    assert listed(client, author="Jon Vale") == ["The bridge will open."]
    assert listed(client, collection="lake") == ["The bridge will open."]
    assert listed(client, tag="weather") == ["Rain will fall over Zürich."]
    assert listed(client, text="zurich RAIN") == ["Rain will fall over Zürich."]
    assert listed(client, text="100%") == []
    assert listed(client, kind="announcement") == ["The fair will be held again."]
    assert listed(client, status="due") == ["Rain will fall over Zürich."]
    assert listed(client, urgency="later", kind="forecast") == ["The bridge will open."]
    assert listed(client, made_to="2025-08-05") == ["The fair will be held again."]
    assert listed(client, due_from="2025-09-01") == ["The bridge will open."]
    by_due = ["Rain will fall over Zürich.", "The bridge will open.", "The fair will be held again."]
    assert listed(client, sort="due") == by_due
    assert listed(client, sort="-due") == by_due[::-1]
    assert listed(client, author="nobody") == []


def test_a_correction_needs_the_version_it_was_made_on(client: TestClient) -> None:
    made = post(client)
    place = f"{PREDICTIONS}/{made['id']}"
    changed = client.patch(place, json={"probability": 0.8}, headers={"If-Match": '"1"'})
    assert (changed.status_code, changed.headers["ETag"]) == (200, '"2"')
    stale = client.patch(place, json={"probability": 0.7}, headers={"If-Match": '"1"'})
    assert stale.status_code == 412
    assert client.get(place).json()["probability"] == 0.8
    null = client.patch(place, json={"statement": None})
    assert null.status_code == 422


def test_withdrawn_ones_are_listed_only_when_asked_for(client: TestClient) -> None:
    made = post(client)
    answer = client.post(f"{PREDICTIONS}/{made['id']}/withdraw", json={"reason": "entered twice"})
    assert answer.json()["status"] == "withdrawn"
    assert listed(client) == []
    assert listed(client, status="withdrawn") == [CLAIM["statement"]]


def test_a_snoozed_prediction_comes_back(client: TestClient, clock: Clock) -> None:
    made = post(client, due_on="2025-08-11")
    answer = client.post(
        f"{PREDICTIONS}/{made['id']}/snooze", json={"until": "2025-09-01", "reason": "figures come late"}
    )
    assert (answer.json()["status"], answer.json()["due_round"]) == ("open", 2)
    clock.now = NOW.replace(month=9, day=1)
    assert listed(client, status="due") == [CLAIM["statement"]]


def test_a_batch_is_tried_before_it_is_recorded(client: TestClient) -> None:
    batch = {"predictions": [CLAIM, CLAIM | {"statement": "It will rain.", "due_on": "2025-08-12"}]}
    tried = client.post(f"{PREDICTIONS}/batch?dry_run=true", json=batch)
    assert (tried.status_code, tried.json()["n"], tried.json()["faults"]) == (200, 2, [])
    assert listed(client) == []
    done = client.post(f"{PREDICTIONS}/batch", json=batch)
    assert (done.status_code, done.json()["n"]) == (201, 2)
    assert len(listed(client)) == 2


def test_a_dry_run_names_every_fault_of_every_entry(client: TestClient) -> None:
    batch = {
        "predictions": [
            {"author": "A"},
            CLAIM | {"probability": 7, "due_on": "2025-08-01"},
            CLAIM | {"author": "Unknown One", "new_authors": "refuse"},
            CLAIM | {"author": "Unknown Two", "new_authors": "refuse", "collection": "none"},
        ]
    }
    tried = client.post(f"{PREDICTIONS}/batch?dry_run=true", json=batch).json()
    places = [fault["where"] for fault in tried["faults"]]
    assert places == [
        "0.statement", "0.made_on", "0.author", "1.probability", "1.due_on", "2.author", "3.collection", "3.author",
    ]  # fmt: skip
    assert tried["faults"][0]["message"] == "is missing"
    refused = client.post(f"{PREDICTIONS}/batch", json=batch)
    assert refused.status_code == 422
    assert [error["where"] for error in refused.json()["errors"]] == places


def test_nothing_is_said_of_what_follows_from_a_faulty_field(client: TestClient) -> None:
    batch = {
        "predictions": [
            CLAIM | {"probabilty": 0.5, "probability_low": 0.1, "probability_high": 0.9},
            CLAIM | {"statement": "It will rain.", "due_on": "soon", "horizon_on": "2025-09-01"},
            CLAIM | {"statement": "It will rain.", "new_author": "create", "new_authors": "refuse"},
            CLAIM | {"ref": 7},
            "a prediction",
        ]
    }
    refused = client.post(f"{PREDICTIONS}/batch", json=batch)
    assert refused.status_code == 422
    errors = refused.json()["errors"]
    assert [error["where"] for error in errors] == ["0.probabilty", "1.due_on", "2.new_author", "3.ref", "4"]
    assert errors[0]["message"] == "is no field of this request; check its spelling"
    assert "probability" in errors[0]["suggestions"]
    assert listed(client) == []
    assert client.get("/api/v1/authors").json()["items"] == []


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"probability": True}, "must be a number, not true or false"),
        ({"made_on": 0}, "is no day; write the day as YYYY-MM-DD"),
        ({"made_on": 1735689600}, "is no day; write the day as YYYY-MM-DD"),
        ({"criteria": ""}, "must not be empty"),
        ({"criteria": "x" * 8001}, "has 8,001 characters, at most 8000 are allowed"),
    ],
)
def test_one_and_many_are_refused_in_the_same_words(client: TestClient, fields: dict[str, Any], message: str) -> None:
    [error] = client.post(PREDICTIONS, json=CLAIM | fields).json()["errors"]
    [of_many] = client.post(f"{PREDICTIONS}/batch", json={"predictions": [CLAIM | fields]}).json()["errors"]
    assert (error["message"], of_many["message"]) == (message, message)


def test_readers_read_and_loggers_log(client_as: MakeClient, client: TestClient) -> None:
    reader = client_as("reader")
    assert reader.get(PREDICTIONS).status_code == 200
    assert reader.post(PREDICTIONS, json=CLAIM).status_code == 403
    made = post(client_as("logger"))
    judged = client_as("judge").post(
        f"{PREDICTIONS}/{made['id']}/judgements", json={"outcome": "yes", "citation": "closing statement"}
    )
    assert judged.status_code == 201


def test_what_does_not_exist_is_missing(client: TestClient) -> None:
    nowhere = "01890000-0000-7000-8000-000000000000"
    assert client.get(f"{PREDICTIONS}/{nowhere}").status_code == 404
    assert client.get(f"{PREDICTIONS}/not-an-id").status_code == 422


def test_undated_ones_are_told_from_those_with_a_last_day(client: TestClient) -> None:
    post(client, statement="One day the dam will break.", due_on=None)
    post(client)
    assert listed(client, undated=True) == ["One day the dam will break."]
    assert listed(client, undated=False) == [CLAIM["statement"]]


def test_what_a_filter_lets_through_is_counted(client: TestClient) -> None:
    for days in range(3):
        post(client, statement=f"It will rain on {days} days.", tags=["rain"] if days else [])
    counts = [client.get(f"{PREDICTIONS}/count", params=wanted).json()["n"] for wanted in ({}, {"tag": "rain"})]
    assert counts == [3, 2]
