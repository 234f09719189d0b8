from datetime import UTC, datetime

from fastapi.testclient import TestClient

from tests.api.conftest import Clock
from tests.api.routes.test_predictions import post
from tests.databases import database_url  # noqa: F401 - these routes are read on both databases


def test_due_lists_the_longest_due_first_with_counts(client: TestClient, clock: Clock) -> None:
    post(client, statement="This one is long overdue.", made_on="2025-01-01", due_on="2025-02-01")
    post(client, statement="This one is due today.", due_on="2025-08-11")
    post(client, statement="This one is due soon.", due_on="2025-08-20")
    post(client, statement="This one has time.", due_on="2026-08-20")
    post(client, statement="Nobody knows when.", made_on="2025-01-01", due_on=None)
    found = client.get("/api/v1/due").json()
    assert [item["statement"] for item in found["items"]] == [
        "This one is long overdue.", "Nobody knows when.", "This one is due today.",
    ]  # fmt: skip
    assert found["counts"] == {
        "overdue": 2, "due": 1, "soon": 1, "undated": 1, "undated_overdue": 1, "disputed": 0,
        "candidates": 0,
    }  # fmt: skip
    soon = client.get("/api/v1/due", params={"urgency": "soon"}).json()
    assert [item["statement"] for item in soon["items"]] == ["This one is due soon."]


def test_a_prediction_is_due_from_the_first_instant_after_its_last_day(client: TestClient, clock: Clock) -> None:
    post(client, due_on="2025-08-15", time_zone="Europe/Berlin")
    clock.now = datetime(2025, 8, 15, 21, 59, 59, tzinfo=UTC)
    assert client.get("/api/v1/due").json()["items"] == []
    clock.now = datetime(2025, 8, 15, 22, tzinfo=UTC)
    assert len(client.get("/api/v1/due").json()["items"]) == 1


def test_due_can_be_narrowed(client: TestClient) -> None:
    post(client, due_on="2025-08-11")
    assert client.get("/api/v1/due", params={"author": "mira-holt"}).json()["counts"]["due"] == 1
    assert client.get("/api/v1/due", params={"author": "jon-vale"}).json()["counts"]["due"] == 0


def test_a_conditional_is_due_once_its_condition_failed_and_annulment_is_proposed(client: TestClient) -> None:
    made = post(client, due_on="2026-08-15", condition="if the talks begin")
    assert (made["status"], made["annulment_proposed"]) == ("open", False)
    place = f"/api/v1/predictions/{made['id']}"
    met = client.patch(place, json={"condition_met": True, "condition_decided_on": "2025-08-11"}).json()
    assert (met["status"], met["annulment_proposed"], met["due_round"]) == ("open", False, 1)
    failed = client.patch(place, json={"condition_met": False}).json()
    assert (failed["status"], failed["annulment_proposed"], failed["due_round"]) == ("due", True, 2)
    assert failed["due_at"] == "2025-08-12T09:30:00Z"
    reopened = client.patch(place, json={"condition_met": None, "condition_decided_on": None}).json()
    assert (reopened["status"], reopened["due_at"], reopened["due_round"]) == ("open", "2026-08-16T00:00:00Z", 3)


def test_at_its_horizon_a_verdict_is_demanded_and_no_snooze_taken(client: TestClient, clock: Clock) -> None:
    made = post(client, due_on=None, review_on="2025-08-20", horizon_on="2025-09-01")
    place = f"/api/v1/predictions/{made['id']}"
    clock.now = datetime(2025, 8, 31, 23, 59, 59, tzinfo=UTC)
    assert client.get(place).json()["verdict_demanded"] is False
    clock.now = datetime(2025, 9, 1, tzinfo=UTC)
    assert client.get(place).json()["verdict_demanded"] is True
    refused = client.post(f"{place}/snooze", json={"until": "2025-09-02", "reason": "not yet"})
    assert refused.status_code == 422
    assert "horizon" in refused.json()["detail"]
