"""A POST that is sent twice is done once."""

from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx import Response

from registry.domain.vocabulary import Role
from registry.storage.engine import SessionFactory
from tests.api.conftest import MakeClient, secret_of
from tests.concurrency import at_the_same_time

PERSONS = "/api/v1/persons"


def create(client: TestClient, name: str, key: str) -> Response:
    return client.post(PERSONS, json={"name": name}, headers={"Idempotency-Key": key})


def names(client: TestClient) -> list[str]:
    return [person["name"] for person in client.get(PERSONS).json()["items"]]


def test_the_second_request_gets_the_first_ones_answer(client: TestClient) -> None:
    first, second = create(client, "Ada", "k-1"), create(client, "Ada", "k-1")
    assert first.status_code == second.status_code == 201
    assert first.content == second.content
    for header in ("ETag", "Location", "Content-Type"):
        assert first.headers[header] == second.headers[header]
    assert "Idempotency-Replayed" not in first.headers
    assert second.headers["Idempotency-Replayed"] == "true"


def test_one_key_cannot_stand_for_two_requests(client: TestClient) -> None:
    create(client, "Ada", "k-1")
    answer = create(client, "Bert", "k-1")
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["where"] == "Idempotency-Key"
    assert "Bert" not in names(client)


def test_a_refused_request_may_be_mended_under_its_key(client: TestClient) -> None:
    assert create(client, "", "k-1").status_code == 422
    assert create(client, "Ada", "k-1").status_code == 201


def test_each_person_has_keys_of_their_own(client_as: MakeClient) -> None:
    dashboard = client_as(Role.admin, may_act_for_others=True)
    dashboard.post(PERSONS, json={"name": "second", "role": "admin"})
    create(dashboard, "Ada", "k-1")
    headers = {"Registry-Act-For": "second", "Idempotency-Key": "k-1"}
    assert dashboard.post(PERSONS, json={"name": "Bert"}, headers=headers).status_code == 201


@pytest.mark.parametrize("key", ["", " ", "a b", "ä", "x" * 256, "\t"])
def test_what_is_no_idempotency_key_is_refused(client: TestClient, key: str) -> None:
    answer = client.post(PERSONS, json={"name": "Ada"}, headers={"Idempotency-Key": key.encode()})
    assert answer.status_code == 422
    assert names(client) == ["admin person"]


def test_a_secret_is_not_kept_for_a_second_asking(client: TestClient, sessions: SessionFactory) -> None:
    person = client.post(PERSONS, json={"name": "Ada"}).json()
    path = f"{PERSONS}/{person['id']}/keys"
    first = client.post(path, json={}, headers={"Idempotency-Key": "k"})
    second = client.post(path, json={}, headers={"Idempotency-Key": "k"})
    assert first.status_code == 201
    assert first.headers["Cache-Control"] == "no-store"
    assert second.status_code == 409
    assert second.headers["Content-Type"] == "application/problem+json"
    assert len(client.get(path).json()["items"]) == 1


def test_the_same_request_at_once_is_done_once(app: FastAPI, sessions: SessionFactory) -> None:
    secret = secret_of(sessions, Role.admin)

    def send(_worker: int) -> tuple[int, Any]:
        answer = create(TestClient(app, headers={"Authorization": f"Bearer {secret}"}), "Ada", "k-1")
        return answer.status_code, answer.json()

    answers = at_the_same_time(send, 6)
    assert [status for status, _ in answers] == [201] * 6
    assert len({body["id"] for _, body in answers}) == 1


def test_without_a_key_the_same_request_is_done_again(client: TestClient) -> None:
    client.post(PERSONS, json={"name": "Ada"})
    assert client.post(PERSONS, json={"name": "Ada"}).status_code == 409
