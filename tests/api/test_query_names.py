"""Queries with names that nobody knows."""

from fastapi.testclient import TestClient

from tests.api.conftest import MakeClient


def test_an_unknown_name_is_refused_with_the_near_and_the_known_ones(client: TestClient) -> None:
    refused = client.get("/api/v1/predictions", params={"autor": "x", "limit": 3, "q9": "y"})
    assert refused.status_code == 422
    autor, other = refused.json()["errors"]
    assert (autor["where"], autor["suggestions"][0], other["where"]) == ("autor", "author", "q9")
    assert "is no query parameter of this address; known here: " in autor["message"]
    assert {"author", "cursor", "limit", "tag"} <= set(autor["message"].partition("here: ")[2].split(", "))


def test_a_route_without_parameters_says_so(client: TestClient) -> None:
    [error] = client.get("/api/v1/me?q=x").json()["errors"]
    assert error["message"] == "is no query parameter of this address; there are none here"


def test_a_write_with_an_unknown_name_writes_nothing(client: TestClient) -> None:
    refused = client.post("/api/v1/persons?dryrun=true", json={"name": "Ada"})
    assert (refused.status_code, refused.json()["errors"][0]["where"]) == (422, "dryrun")
    assert client.post("/api/v1/persons", json={"name": "Ada"}).status_code == 201


def test_only_who_may_ask_learns_what_may_be_asked(anonymous: TestClient, client_as: MakeClient) -> None:
    assert anonymous.get("/api/v1/predictions?x=y").status_code == 401
    assert anonymous.get("/api/v1/health?x=y").status_code == 422
    assert client_as("reader").get("/api/v1/predictions?x=y").status_code == 422
