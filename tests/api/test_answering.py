"""A handler in one transaction: committed before the answer, or not at all."""

from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlalchemy import Engine, text

from registry.actions.people import create_person
from registry.api.access import ROLE_NEEDED
from registry.api.registry_route import registry_router
from registry.api.work import Work
from registry.domain.errors import Conflict
from registry.domain.vocabulary import Role
from registry.schemas.people import KeyFields, KeyNew, Person, PersonNew
from tests.api.conftest import MakeClient

PERSONS = "/api/v1/persons"


class KeyNewer(KeyNew):
    """More than the handler says it returns."""

    more: str = "never to be seen"


def routes() -> Any:
    router = registry_router("trial")

    @router.post("/trial/fails")
    def create_and_fail(work: Work) -> Person:
        create_person(work.session, work.actor, PersonNew(name="half done"), now=work.now)
        raise Conflict("It went wrong after the change.")

    @router.post("/trial/promises")
    def create_and_break_a_promise(work: Work) -> Person:
        work.session.execute(text("INSERT INTO promise VALUES ('00000000-0000-7000-8000-000000000000')"))
        return create_person(work.session, work.actor, PersonNew(name="promised"), now=work.now)

    @router.post("/trial/discards")
    def create_and_discard(work: Work) -> Person:
        work.discard()
        return create_person(work.session, work.actor, PersonNew(name="dry"), now=work.now)

    @router.get("/trial/narrow")
    def answer_more_than_declared(work: Work) -> KeyFields:
        work.status = 203
        return KeyNewer(label="x")

    @router.post("/trial/nothing", status_code=204)
    def answer_nothing(work: Work) -> None:
        work.headers["X-Done"] = "yes"

    @router.get("/trial/writes")
    def write_while_reading(work: Work) -> Person:
        return create_person(work.session, work.actor, PersonNew(name="read"), now=work.now)

    return router.routes


@pytest.fixture
def trial(app: FastAPI, client_as: MakeClient, monkeypatch: pytest.MonkeyPatch) -> TestClient:
    """A client of the API with some routes more."""
    for route in routes():
        monkeypatch.setitem(ROLE_NEEDED, route.place, Role.reader)
        app.router.routes.append(route)
    return client_as(Role.admin)


def names(client: TestClient) -> list[str]:
    return [person["name"] for person in client.get(PERSONS).json()["items"]]


@pytest.fixture
def promises(engine: Engine) -> None:
    """A table that the database checks at the commit only."""
    key = "VARCHAR(36)" if engine.dialect.name == "sqlite" else "UUID"
    with engine.begin() as connection:
        connection.exec_driver_sql(
            f"CREATE TABLE promise (person_id {key} REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED)"
        )


def test_what_cannot_be_committed_is_not_answered_as_done(promises: None, trial: TestClient) -> None:
    answer = trial.post("/api/v1/trial/promises")
    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/conflict")
    assert names(trial) == ["admin person"]


def test_what_is_answered_as_done_is_there_for_everyone(client: TestClient, client_as: MakeClient) -> None:
    client.post(PERSONS, json={"name": "Ada"})
    assert "Ada" in names(client_as(Role.logger))


@pytest.mark.parametrize("headers", [{}, {"Idempotency-Key": "k"}])
def test_a_handler_that_fails_leaves_nothing_behind(trial: TestClient, headers: dict[str, str]) -> None:
    assert trial.post("/api/v1/trial/fails", headers=headers).status_code == 409
    assert names(trial) == ["admin person"]


@pytest.mark.parametrize("headers", [{}, {"Idempotency-Key": "k"}])
def test_a_dry_run_answers_and_changes_nothing(trial: TestClient, headers: dict[str, str]) -> None:
    for _ in range(2):
        answer = trial.post("/api/v1/trial/discards", headers=headers)
        assert (answer.status_code, answer.json()["name"]) == (200, "dry")
        assert "Idempotency-Replayed" not in answer.headers
    assert names(trial) == ["admin person"]


def test_fields_that_the_declared_type_has_not_are_not_answered(trial: TestClient) -> None:
    answer = trial.get("/api/v1/trial/narrow")
    assert answer.json() == {"label": "x", "may_act_for_others": False}


def test_a_handler_may_set_status_and_headers(trial: TestClient) -> None:
    assert trial.get("/api/v1/trial/narrow").status_code == 203
    answer = trial.post("/api/v1/trial/nothing")
    assert (answer.status_code, answer.content, answer.headers["X-Done"]) == (204, b"", "yes")


def test_reading_changes_nothing_even_where_a_handler_tries(trial: TestClient, engine: Engine) -> None:
    if engine.dialect.name == "postgresql":
        with pytest.raises(Exception, match="read-only transaction"):
            trial.get("/api/v1/trial/writes")
    else:
        trial.get("/api/v1/trial/writes")
    assert names(trial) == ["admin person"]


def test_a_single_thing_comes_with_its_tag_and_a_new_one_with_its_place(client: TestClient) -> None:
    made = client.post(PERSONS, json={"name": "Ada"})
    assert made.status_code == 201
    assert made.headers["ETag"] == '"1"'
    assert client.get(made.headers["Location"]).json() == made.json()
    assert "ETag" not in client.get(PERSONS).headers
