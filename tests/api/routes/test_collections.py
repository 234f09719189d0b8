from fastapi.testclient import TestClient

COLLECTIONS = "/api/v1/collections"


def test_a_collection_is_created_read_changed_and_listed(client: TestClient) -> None:
    made = client.post(COLLECTIONS, json={"name": "Five commentaries, 2025", "period_from": "2025-01-01"})
    assert (made.status_code, made.headers["location"]) == (201, f"{COLLECTIONS}/five-commentaries-2025")
    assert client.get(made.headers["location"]).json() == made.json()
    changed = client.patch(
        made.headers["location"],
        json={"sampling_rule": "all of them"},
        headers={"If-Match": made.headers["etag"]},
    )
    assert (changed.json()["sampling_rule"], changed.headers["etag"]) == ("all of them", '"2"')
    assert client.get(COLLECTIONS).json() == {"items": [changed.json()], "next_cursor": None}


def test_what_clashes_or_makes_no_sense_is_refused(client: TestClient) -> None:
    client.post(COLLECTIONS, json={"name": "Columns"})
    assert client.post(COLLECTIONS, json={"name": "columns"}).status_code == 409
    backwards = {"name": "Other", "period_from": "2025-02-01", "period_to": "2025-01-01"}
    assert client.post(COLLECTIONS, json=backwards).json()["errors"][0]["where"] == "period_to"
    assert client.patch(f"{COLLECTIONS}/columns", json={"name": None}).status_code == 422
    assert client.get(f"{COLLECTIONS}/none").status_code == 404
    assert client.patch(f"{COLLECTIONS}/columns", json={}, headers={"If-Match": '"7"'}).status_code == 412
