"""Persons and keys over HTTP."""

from fastapi.testclient import TestClient


def test_a_key_says_whose_it_is(client: TestClient) -> None:
    me = client.get("/api/v1/me").json()
    assert me["person"]["name"] == "admin person"
    assert me["role"] == "admin"
    assert me["acting_for"] is None
