"""The API's own description: kept as a file, so that no change of it goes unseen."""

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI

from registry.api.access import ROLE_NEEDED
from registry.api.introduction import TAGS

KEPT = Path(__file__).with_name("openapi.json")
UPDATE = "UPDATE_OPENAPI=1 .venv/bin/pytest tests/api/test_openapi.py"

Operation = tuple[str, str, dict[str, Any]]


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """The description does not depend on the kind of database."""
    return sqlite_url


@pytest.fixture
def document(app: FastAPI) -> dict[str, Any]:
    """The OpenAPI document, as it is served."""
    return json.loads(json.dumps(app.openapi()))


@pytest.fixture
def operations(document: dict[str, Any]) -> list[Operation]:
    """Every operation with its method and path."""
    return [
        (method.upper(), path, operation)
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
    ]


def references(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        yield from (value for name, value in part.items() if name == "$ref")
        for value in part.values():
            yield from references(value)
    elif isinstance(part, list):
        for value in part:
            yield from references(value)


@pytest.mark.contract
def test_the_description_is_the_one_that_is_kept(document: dict[str, Any]) -> None:
    written = json.dumps(document, indent=1, sort_keys=True, ensure_ascii=False) + "\n"
    if os.environ.get("UPDATE_OPENAPI"):
        KEPT.write_text(written, "utf-8")
    assert KEPT.read_text("utf-8") == written, f"the API has changed; look at the difference after: {UPDATE}"


def test_every_reference_leads_somewhere(document: dict[str, Any]) -> None:
    schemas = {f"#/components/schemas/{name}" for name in document["components"]["schemas"]}
    assert set(references(document)) <= schemas


def test_every_operation_has_a_name_of_its_own_a_description_and_a_tag(operations: list[Operation]) -> None:
    names = [operation["operationId"] for _, _, operation in operations]
    assert sorted(set(names)) == sorted(names)
    tags = {tag["name"] for tag in TAGS}
    for method, path, operation in operations:
        assert operation["description"], f"{method} {path} says nothing of itself"
        assert set(operation["tags"]) <= tags, f"{method} {path} has a tag that the introduction does not name"


def test_every_operation_says_which_role_it_needs(operations: list[Operation]) -> None:
    for method, path, operation in operations:
        role = ROLE_NEEDED[(method, path.removeprefix("/api/v1"))]
        assert ("security" in operation) == (role is not None)
        if role is not None:
            assert f"Role needed: `{role}`." in operation["description"]
            assert {"401", "403"} <= set(operation["responses"])


def test_every_operation_says_what_can_go_wrong_as_a_problem(operations: list[Operation]) -> None:
    for method, path, operation in operations:
        failures = {status: part for status, part in operation["responses"].items() if status >= "400"}
        assert {"422", "503"} <= set(failures)
        assert ("404" in failures) or "{" not in path
        assert ("409" in failures) or method == "GET"
        for status, part in failures.items():
            assert list(part["content"]) == ["application/problem+json"], f"{method} {path} {status}"


def test_every_post_takes_an_idempotency_key(operations: list[Operation]) -> None:
    for method, path, operation in operations:
        headers = {part["name"] for part in operation.get("parameters", []) if part["in"] == "header"}
        assert ("Idempotency-Key" in headers) == (method == "POST"), path


def test_what_takes_if_match_may_answer_that_it_was_changed(operations: list[Operation]) -> None:
    for method, path, operation in operations:
        takes_it = any(part["name"].lower() == "if-match" for part in operation.get("parameters", []))
        assert takes_it == ("412" in operation["responses"]), path
        assert takes_it or method != "PATCH", f"PATCH {path} can overwrite what nobody saw"


def test_nothing_of_the_frameworks_own_errors_is_left(document: dict[str, Any]) -> None:
    assert not re.search("HTTPValidationError", json.dumps(document))
