"""What goes wrong is answered as a problem that says what to do and gives nothing away."""

import logging
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlalchemy.exc import DataError, IntegrityError, OperationalError

from registry.api.problem_types import type_of
from registry.api.problems import add_problem_handlers
from registry.domain.errors import Fault, Invalid, RegistryError, UnknownAuthor
from registry.domain.vocabulary import Role
from tests.api.conftest import MakeClient

SECRET = "INSERT INTO api_key VALUES ('secret')"


class TypeOfTheTests(UnknownAuthor):
    """A class of error that the table does not name."""


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """Problems are told alike on both."""
    return sqlite_url


@pytest.fixture
def raising() -> Iterator[Any]:
    """Answers of an application whose only route raises the given error."""
    app = FastAPI()
    add_problem_handlers(app)
    errors: list[Exception] = []

    @app.get("/")
    def fail() -> None:
        raise errors.pop()

    with TestClient(app, raise_server_exceptions=False) as client:

        def answer(error: Exception) -> Any:
            errors.append(error)
            return client.get("/")

        yield answer


def every_error() -> list[type[RegistryError]]:
    found, waiting = [], [RegistryError]
    while waiting:
        kinds = waiting.pop().__subclasses__()
        found += [kind for kind in kinds if kind.__module__ == "registry.domain.errors"]
        waiting += kinds
    return found


@pytest.mark.parametrize("kind", every_error(), ids=lambda kind: kind.__name__)
def test_every_error_of_the_domain_is_answered_as_a_problem_of_its_kind(
    raising: Any, kind: type[RegistryError]
) -> None:
    answer = raising(kind("This went wrong. Do that."))
    expected = type_of(kind("x"))
    assert answer.status_code == expected.status
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.json() == {
        "type": f"/problems/{expected.slug}",
        "title": expected.title,
        "status": answer.status_code,
        "detail": "This went wrong. Do that.",
        "errors": [],
    }


def test_an_error_of_a_narrower_class_is_answered_as_its_nearest_ancestor(raising: Any) -> None:
    assert raising(TypeOfTheTests("x")).json()["type"] == "/problems/unknown-author"


def test_faults_come_with_their_place_and_suggestions(raising: Any) -> None:
    answer = raising(Invalid("No.", [Fault("0.author", "is unknown", ("Mira Holt",))]))
    assert answer.json()["errors"] == [{"where": "0.author", "message": "is unknown", "suggestions": ["Mira Holt"]}]


def test_lone_surrogates_and_nul_in_an_error_do_not_break_the_answer(raising: Any) -> None:
    answer = raising(Invalid("bad \ud800 \x00", [Fault("\udfff", "\ud800", ("\udcff",))]))
    assert answer.status_code == 422
    assert answer.json()["errors"][0] == {"where": "?", "message": "?", "suggestions": ["?"]}


@pytest.mark.parametrize(("kind", "status"), [(IntegrityError, 409), (DataError, 422), (OperationalError, 503)])
def test_errors_of_the_database_are_told_without_its_words(raising: Any, kind: Any, status: int) -> None:
    answer = raising(kind(SECRET, {"digest": SECRET}, ValueError(SECRET)))
    assert answer.status_code == status
    assert "secret" not in answer.text
    assert ("Retry-After" in answer.headers) == (status == 503)


def test_an_unexpected_error_is_logged_under_the_reference_that_the_caller_gets(
    raising: Any, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        answer = raising(ZeroDivisionError(SECRET))
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert answer.json()["reference"] in caplog.text
    assert "ZeroDivisionError" in caplog.text


BAD_BODIES = {
    "empty": (b"", 422),
    "not JSON": (b'{"name": ', 400),
    "not UTF-8": (b'{"name": "\xff"}', 400),
    "no object": (b"[]", 422),
    "deep": (b"[" * 100_000, 400),
    "huge number": (b'{"name": 1' + b"0" * 5000 + b"}", 400),
    "lone surrogate": (b'{"name": "A\\ud800"}', 422),
    "lone surrogate in a key": (b'{"name": "Ada", "\\ud800": 1}', 422),
    "U+0000": (b'{"name": "A\\u0000"}', 422),
    "line break in a name": (b'{"name": "A\\nB"}', 422),
    "empty name": (b'{"name": ""}', 422),
    "blank name": (b'{"name": "   "}', 422),
    "overlong name": (b'{"name": "' + b"x" * 201 + b'"}', 422),
    "misspelt field": (b'{"name": "Ada", "rol": "judge"}', 422),
    "unknown role": (b'{"name": "Ada", "role": "king"}', 422),
    "unknown zone": (b'{"name": "Ada", "time_zone": "Mars/North"}', 422),
    "zone that climbs": (b'{"name": "Ada", "time_zone": "../../etc/passwd"}', 422),
    "no language of ours": (b'{"name": "Ada", "locale": "fr"}', 422),
}


@pytest.mark.parametrize("case", BAD_BODIES)
def test_a_bad_body_is_refused_as_a_problem(client: TestClient, case: str) -> None:
    body, status = BAD_BODIES[case]
    answer = client.post("/api/v1/persons", content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == status, answer.text
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.json()["status"] == status
    assert [person["name"] for person in client.get("/api/v1/persons").json()["items"]] == ["admin person"]


def test_every_fault_of_a_body_is_told_at_once_with_what_may_be_meant(client: TestClient) -> None:
    answer = client.post("/api/v1/persons", json={"nam": "Ada", "role": "king", "locale": "fr"}).json()
    assert [fault["where"] for fault in answer["errors"]] == ["name", "role", "locale", "nam"]
    assert answer["errors"][3]["suggestions"] == ["name"]


def test_a_body_of_another_type_is_refused(client: TestClient) -> None:
    answer = client.post("/api/v1/persons", content=b"name=Ada", headers={"Content-Type": "text/plain"})
    assert answer.status_code == 422


@pytest.mark.parametrize("address", ["/persons?cursor=%00", "/persons/%00", "/events?after=-1", "/events?limit=0"])
def test_a_bad_address_is_refused_as_a_problem(client: TestClient, address: str) -> None:
    answer = client.get(f"/api/v1{address}")
    assert answer.status_code == 422
    assert answer.headers["Content-Type"] == "application/problem+json"


def test_an_address_without_a_thing_behind_it_is_a_problem(client: TestClient) -> None:
    answer = client.get("/api/v1/nothing")
    assert (answer.status_code, answer.json()["type"]) == (404, "/problems/missing")


def test_a_method_that_an_address_does_not_take_is_told_with_those_it_takes(client: TestClient) -> None:
    answer = client.delete("/api/v1/persons")
    assert (answer.status_code, answer.json()["type"]) == (405, "/problems/wrong-method")
    assert answer.headers["Allow"] == "GET, POST"


def test_a_problem_does_not_depend_on_the_role(client_as: MakeClient) -> None:
    assert client_as(Role.reader).get("/api/v1/nothing").status_code == 404
