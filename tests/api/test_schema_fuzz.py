"""Whatever the description allows may be sent, and is answered as it says, without a failure."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx import Response
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from registry.api.app import create_app
from registry.api.local_key import ensure_local_key
from registry.settings import Settings
from registry.storage.engine import open_engine, session_factory
from registry.storage.migration import migrate
from tests.databases import NOW

EXAMPLES = 5
"""Requests to each operation, of those that the description allows and of those that it does not."""

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]

SHALLOW = {"Registry-Act-For", "if-match"}
"""Headers with which nearly every request is refused at the door."""

steady = settings(
    max_examples=EXAMPLES,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FastAPI]:
    """The application on a database of its own."""
    folder: Path = tmp_path_factory.mktemp("fuzz")
    installed = Settings(data_dir=folder)
    engine = open_engine(installed.database_url)
    migrate(engine)
    ensure_local_key(installed, session_factory(engine), NOW)
    app = create_app(installed, clock=lambda: NOW, engine=engine)
    yield app
    engine.dispose()


@pytest.fixture(scope="module")
def authorization(app: FastAPI) -> dict[str, str]:
    """The header of an admin's key."""
    return {"Authorization": f"Bearer {app.state.installation.settings.key_file.read_text().strip()}"}


def made(answer: Response) -> dict[str, Any]:
    """What a request made."""
    assert answer.status_code == 201, answer.text
    return answer.json()


@pytest.fixture(scope="module")
def on_record(app: FastAPI, authorization: dict[str, str]) -> dict[str, str]:
    """Parameters of paths that lead to something, so that requests get past the search for it."""
    client = TestClient(app, headers=authorization)
    person = made(client.post("/api/v1/persons", json={"name": "Ada"}))
    key = made(client.post(f"/api/v1/persons/{person['id']}/keys", json={}))
    text = "The lake will probably freeze over this winter."
    article = made(client.post("/api/v1/articles", json={"text": text, "author": "Mira Holt"}))
    claim = {"author": "Mira Holt", "new_authors": "create", "made_on": "2025-08-10", "due_on": "2025-08-11"}
    claim["statement"] = "The lake will freeze."
    prediction = made(client.post("/api/v1/predictions", json=claim))
    evidence = {"outcome": "yes", "citation": "Lake Post of 12 August"}
    judgement = made(client.post(f"/api/v1/predictions/{prediction['id']}/judgements", json=evidence))
    candidates = client.get(f"/api/v1/articles/{article['id']}/candidates").json()["items"]
    return {
        "person_id": person["id"],
        "key_id": key["id"],
        "article_id": article["id"],
        "candidate_id": candidates[0]["id"],
        "prediction_id": prediction["id"],
        "judgement_id": judgement["id"],
        "slug": prediction["author"]["slug"],
    }


@pytest.fixture(scope="module")
def description(app: FastAPI) -> schemathesis.BaseSchema:
    """The API's description, as whoever writes a client gets it."""
    return schemathesis.openapi.from_asgi("/openapi.json", app)


def operations() -> list[tuple[str, str, GenerationMode]]:
    """Every operation in the kept description, once with what it allows, once with what it does not."""
    document = json.loads(Path(__file__).with_name("openapi.json").read_text("utf-8"))
    found = []
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            found.append((method, path, GenerationMode.POSITIVE))
            if "requestBody" in operation:
                found.append((method, path, GenerationMode.NEGATIVE))
    return found


@pytest.mark.parametrize(("method", "path", "mode"), operations())
def test_whatever_is_sent_is_answered_as_described(
    description: schemathesis.BaseSchema,
    authorization: dict[str, str],
    on_record: dict[str, str],
    method: str,
    path: str,
    mode: GenerationMode,
) -> None:
    operation = description[path][method]
    known = {name: on_record[name] for name in re.findall(r"{(\w+)}", path) if name in on_record}

    @steady
    @given(operation.as_strategy(generation_mode=mode))
    def send(case: schemathesis.Case) -> None:
        case.path_parameters = {**(case.path_parameters or {}), **known}
        for name in SHALLOW:
            case.headers.pop(name, None)
        case.call_and_validate(headers=authorization, checks=CHECKS)

    send()
