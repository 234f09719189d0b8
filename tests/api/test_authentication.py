"""Keys: known, revoked, of disabled persons, and those that act for others."""

from uuid import UUID

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlalchemy import Engine

from registry.api.app import create_app
from registry.domain.vocabulary import Role
from registry.settings import Settings
from registry.storage.engine import SessionFactory
from tests.api.conftest import Clock, MakeClient, secret_of

ME = "/api/v1/me"


def person_id(client: TestClient, name: str) -> UUID:
    persons = client.get("/api/v1/persons").json()["items"]
    return next(person["id"] for person in persons if person["name"] == name)


@pytest.mark.parametrize(
    "authorization",
    [
        "",
        "Bearer",
        "Bearer ",
        "Bearer nonsense",
        "Bearer fr_00000000_" + "a" * 43,
        "Basic dXNlcjpwYXNz",
        "Bearer fr_ä",
    ],
)
def test_what_is_no_key_of_ours_is_refused(anonymous: TestClient, authorization: str) -> None:
    answer = anonymous.get(ME, headers={"Authorization": authorization.encode()})
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"] == "Bearer"
    assert answer.json()["type"] == "/problems/not-authenticated"


def test_a_key_with_a_wrong_end_is_refused(app: FastAPI, sessions: SessionFactory) -> None:
    secret = secret_of(sessions, Role.reader)
    wrong = secret[:-1] + ("0" if secret[-1] != "0" else "1")
    assert TestClient(app).get(ME, headers={"Authorization": f"Bearer {wrong}"}).status_code == 401


def test_the_scheme_may_be_written_in_any_case(app: FastAPI, sessions: SessionFactory) -> None:
    secret = secret_of(sessions, Role.reader)
    assert TestClient(app).get(ME, headers={"Authorization": f"bearer {secret}"}).status_code == 200


def test_a_revoked_key_is_refused_from_the_next_request_on(client: TestClient, client_as: MakeClient) -> None:
    reader = client_as(Role.reader)
    assert reader.get(ME).status_code == 200
    keys = client.get(f"/api/v1/persons/{person_id(client, 'reader person')}/keys").json()["items"]
    client.post(f"/api/v1/keys/{keys[0]['id']}/revoke")
    answer = reader.get(ME)
    assert answer.status_code == 401
    assert "revoked" in answer.json()["detail"]


def test_the_keys_of_a_disabled_person_are_refused(client: TestClient, client_as: MakeClient) -> None:
    reader = client_as(Role.reader)
    client.patch(f"/api/v1/persons/{person_id(client, 'reader person')}", json={"disabled": True})
    answer = reader.get(ME)
    assert answer.status_code == 401
    assert "disabled" in answer.json()["detail"]


def test_a_key_acts_for_another_with_the_lesser_of_both_rights(client_as: MakeClient) -> None:
    client_as(Role.admin)
    client_as(Role.reader)
    dashboard = client_as(Role.judge, may_act_for_others=True)
    lesser = dashboard.get(ME, headers={"Registry-Act-For": "reader person"}).json()
    assert (lesser["role"], lesser["acting_for"], lesser["person"]["name"]) == (
        "reader",
        "reader person",
        "judge person",
    )
    greater = dashboard.get(ME, headers={"Registry-Act-For": "admin person"}).json()
    assert (greater["role"], greater["acting_for"]) == ("judge", "admin person")


def test_what_is_done_for_another_stands_in_history_under_their_name(
    client: TestClient, client_as: MakeClient, app: FastAPI
) -> None:
    client_as(Role.logger)
    dashboard = client_as(Role.judge, may_act_for_others=True)
    new = {"author": "Mira Holt", "new_authors": "create", "statement": "The lake will freeze over."}
    more = {"made_on": "2025-08-10", "due_on": "2025-12-31"}
    made = dashboard.post("/api/v1/predictions", json=new | more, headers={"Registry-Act-For": "logger person"}).json()
    history = client.get(f"/api/v1/predictions/{made['id']}/history").json()["items"]
    assert [event["person"] for event in history] == ["logger person"]


def test_names_beyond_ascii_are_percent_encoded(client: TestClient, client_as: MakeClient) -> None:
    client.post("/api/v1/persons", json={"name": "Zoë Żak", "role": "reader"})
    dashboard = client_as(Role.judge, may_act_for_others=True)
    me = dashboard.get(ME, headers={"Registry-Act-For": "Zo%C3%AB%20%C5%BBak"}).json()
    assert me["acting_for"] == "Zoë Żak"


def test_an_ordinary_key_may_not_act_for_others(client_as: MakeClient) -> None:
    client_as(Role.reader)
    answer = client_as(Role.admin).get(ME, headers={"Registry-Act-For": "reader person"})
    assert answer.status_code == 403


@pytest.mark.parametrize("name", ["Nobody", "reader person", "%00", "%ED%A0%80", ""])
def test_nobody_acts_for_unknown_or_disabled_persons(client: TestClient, client_as: MakeClient, name: str) -> None:
    client_as(Role.reader)
    client.patch(f"/api/v1/persons/{person_id(client, 'reader person')}", json={"disabled": True})
    dashboard = client_as(Role.judge, may_act_for_others=True)
    answer = dashboard.get(ME, headers={"Registry-Act-For": name})
    assert answer.status_code == 403


@pytest.fixture
def public(settings: Settings, engine: Engine, clock: Clock) -> TestClient:
    """A client without a key of an installation that lets everyone read."""
    return TestClient(create_app(settings.model_copy(update={"public_read": True}), clock=clock, engine=engine))


def test_an_installation_may_let_everyone_read(public: TestClient) -> None:
    assert public.get("/api/v1/events").status_code == 200


@pytest.mark.parametrize(
    ("method", "path", "expected"),
    [("POST", "/persons", 401), ("POST", "/predictions", 401), ("GET", "/persons", 403), ("GET", "/me", 401)],
)
def test_everyone_who_reads_may_not_write_or_see_persons(
    public: TestClient, method: str, path: str, expected: int
) -> None:
    assert public.request(method, f"/api/v1{path}", json={}).status_code == expected


def test_a_wrong_key_is_not_taken_for_no_key(public: TestClient) -> None:
    answer = public.get("/api/v1/events", headers={"Authorization": "Bearer nonsense"})
    assert answer.status_code == 401
