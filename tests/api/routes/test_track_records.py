from fastapi.testclient import TestClient

from tests.api.conftest import Clock
from tests.api.routes.test_judgements import judge
from tests.api.routes.test_predictions import post
from tests.databases import (
    NOW,
    database_url,  # noqa: F401 - these routes are read on both databases
)

RECORD = "/api/v1/authors/mira-holt/track-record"


def test_a_record_counts_and_scores(client: TestClient) -> None:
    hit = post(client)
    miss = post(client, statement="It will rain on Monday.", probability=0.8)
    post(client, statement="It will snow in winter.", due_on="2026-02-28")
    post(client, statement="They plan to meet again.", kind="announcement")
    judge(client, hit["id"])
    judge(client, miss["id"], outcome="no")
    record = client.get(RECORD).json()
    assert (record["n"], record["n_open"], record["n_resolved"], record["n_announcements"]) == (3, 1, 2, 1)
    assert (record["n_calls"], record["n_hits"], record["hit_rate"]) == (2, 1, 0.5)
    assert record["brier"] == (0.01 + 0.64) / 2
    assert record["skill"] == 1 - record["brier"] / 0.25
    assert record["peer_score_sum"] is None


def test_separate_collections_count_only_by_name(client: TestClient) -> None:
    client.post("/api/v1/collections", json={"name": "Practice", "separate": True})
    post(client, collection="practice")
    assert client.get(RECORD).json()["n"] == 0
    assert client.get(RECORD, params={"collection": "practice"}).json()["n"] == 1
    assert client.get(RECORD, params={"collection": "none"}).status_code == 404


def test_a_record_may_be_read_as_of_a_day_gone_by(client: TestClient, clock: Clock) -> None:
    made = post(client)
    clock.now = NOW.replace(day=20)
    judge(client, made["id"])
    before = client.get(RECORD, params={"as_of": "2025-08-19T00:00:00Z"}).json()
    assert (before["n_due"], before["n_resolved"]) == (1, 0)
    assert client.get(RECORD, params={"as_of": "2025-08-18"}).json()["n"] == before["n"]
    earlier = client.get(RECORD, params={"as_of": "2025-08-01T00:00:00Z"}).json()
    assert earlier["n"] == 0
    assert client.get(RECORD).json()["n_resolved"] == 1
    assert client.get(RECORD, params={"as_of": "2030-01-01T00:00:00Z"}).status_code == 422


def test_an_unknown_author_is_missing(client: TestClient) -> None:
    assert client.get(RECORD).status_code == 404


def test_a_record_that_was_read_before_follows_changes_and_the_time(client: TestClient, clock: Clock) -> None:
    made = post(client)
    assert client.get(RECORD).json()["n_open"] == 1
    clock.now = NOW.replace(day=14)
    again = client.get(RECORD).json()
    assert (again["n_open"], again["as_of"]) == (1, "2025-08-14T09:30:00Z")
    clock.now = NOW.replace(day=16)
    assert client.get(RECORD).json()["n_due"] == 1
    judge(client, made["id"])
    assert client.get(RECORD).json()["n_scored"] == 1
    client.patch("/api/v1/authors/mira-holt", json={"name": "Mira von Holt"})
    assert client.get(RECORD).json()["author"]["name"] == "Mira von Holt"


def test_what_stands_behind_a_record_is_told_and_follows_changes(client: TestClient, clock: Clock) -> None:
    made = post(client)
    resolved = RECORD.replace("track-record", "resolved")
    assert client.get(resolved).json()["n_scored"] == 0
    judge(client, made["id"])
    found = client.get(resolved).json()
    assert (found["n_scored"], found["n_hits"]) == (1, 1)
    assert [one["id"] for one in found["best"]] == [made["id"]] == [one["id"] for one in found["latest"]]
    clock.now = NOW.replace(day=20)
    again = client.get(resolved).json()
    assert (again["as_of"], again["n_scored"]) == ("2025-08-20T09:30:00Z", 1)
    assert client.get(resolved, params={"as_of": "2030-01-01T00:00:00Z"}).status_code == 422
