"""Persons and keys over HTTP."""

import pytest
from fastapi.testclient import TestClient

from registry.domain.vocabulary import Role
from tests.api.conftest import MakeClient

PERSONS = "/api/v1/persons"
NOBODY = "00000000-0000-7000-8000-000000000000"


def create(client: TestClient, name: str = "Ada Editor", **fields: str) -> str:
    """The address of a new person."""
    answer = client.post(PERSONS, json={"name": name, **fields})
    assert answer.status_code == 201, answer.text
    return answer.headers["Location"]


def test_a_key_says_whose_it_is(client: TestClient) -> None:
    me = client.get("/api/v1/me").json()
    assert me["person"]["name"] == "admin person"
    assert (me["role"], me["acting_for"]) == ("admin", None)


def test_a_person_is_created_read_and_changed(client: TestClient) -> None:
    address = create(client, role="judge", time_zone="Europe/Berlin", email="ada@example.org")
    person = client.get(address).json()
    assert (person["role"], person["time_zone"], person["email"]) == (
        "judge",
        "Europe/Berlin",
        "ada@example.org",
    )
    changed = client.patch(address, json={"email": None, "name": "Ada E."})
    assert (changed.json()["email"], changed.json()["name"], changed.json()["version"]) == (None, "Ada E.", 2)


def test_a_taken_name_is_a_conflict(client: TestClient) -> None:
    create(client)
    answer = client.post(PERSONS, json={"name": " Ada Editor "})
    assert (answer.status_code, answer.json()["errors"][0]["where"]) == (409, "name")


def test_a_new_key_works_until_it_is_revoked(client: TestClient, anonymous: TestClient) -> None:
    keys = f"{create(client)}/keys"
    made = client.post(keys, json={"label": "script"})
    assert made.status_code == 201
    assert made.headers["Cache-Control"] == "no-store"
    with_key = {"Authorization": f"Bearer {made.json()['secret']}"}
    assert anonymous.get("/api/v1/me", headers=with_key).json()["person"]["name"] == "Ada Editor"
    revoked = client.post(f"/api/v1/keys/{made.json()['id']}/revoke")
    assert revoked.json()["revoked_at"] == "2025-08-12T09:30:00Z"
    assert anonymous.get("/api/v1/me", headers=with_key).status_code == 401


def test_a_secret_is_shown_once(client: TestClient) -> None:
    keys = f"{create(client)}/keys"
    made = client.post(keys, json={"label": "script"}).json()
    listed = client.get(keys)
    assert [key["label"] for key in listed.json()["items"]] == ["script"]
    assert made["secret"] not in listed.text
    assert "digest" not in listed.text


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", f"{PERSONS}/{NOBODY}"),
        ("PATCH", f"{PERSONS}/{NOBODY}"),
        ("GET", f"{PERSONS}/{NOBODY}/keys"),
        ("POST", f"{PERSONS}/{NOBODY}/keys"),
        ("POST", f"/api/v1/keys/{NOBODY}/revoke"),
    ],
)
def test_what_is_not_on_record_is_missing(client: TestClient, method: str, path: str) -> None:
    answer = client.request(method, path, json=None if method == "GET" else {})
    assert (answer.status_code, answer.json()["type"]) == (404, "/problems/missing")


def test_the_last_admin_cannot_lock_everyone_out(client: TestClient) -> None:
    address = f"{PERSONS}/{client.get('/api/v1/me').json()['person']['id']}"
    assert client.patch(address, json={"disabled": True}).status_code == 409
    assert client.patch(address, json={"role": "judge"}).status_code == 409


def test_addresses_of_e_mail_are_shown_to_admins_and_their_owners(client: TestClient, client_as: MakeClient) -> None:
    address = create(client, email="ada@example.org")
    judge = client_as(Role.judge)
    assert judge.get(address).json()["email"] is None
    assert "ada@example.org" not in judge.get(PERSONS).text
    own = f"{PERSONS}/{judge.get('/api/v1/me').json()['person']['id']}"
    client.patch(own, json={"email": "judge@example.org"})
    assert judge.get(own).json()["email"] == "judge@example.org"
