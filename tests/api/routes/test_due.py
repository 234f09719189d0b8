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
        "overdue": 2, "due": 1, "soon": 1, "undated": 1, "disputed": 0, "candidates": 0,
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
