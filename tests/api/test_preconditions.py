"""`If-Match` and `ETag`."""

import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st

from registry.api.preconditions import etag_of, version_in
from registry.domain.errors import Invalid


@given(st.integers(min_value=1, max_value=10**9))
def test_the_tag_of_a_version_asks_for_that_version(version: int) -> None:
    assert version_in(etag_of(version)) == version
    assert version_in(f"  {etag_of(version)} ") == version


@pytest.mark.parametrize("any_version", [None, "*", " * "])
def test_no_tag_and_a_star_ask_for_none(any_version: str | None) -> None:
    assert version_in(any_version) is None


@pytest.mark.parametrize("tag", ["", "1", 'W/"1"', '"1", "2"', '"0"', '"-1"', '"x"', '"1', '"' + "9" * 40 + '"', "**"])
def test_what_is_no_tag_of_ours_is_refused(tag: str) -> None:
    with pytest.raises(Invalid, match="If-Match") as raised:
        version_in(tag)
    assert raised.value.faults[0].where == "If-Match"


@pytest.fixture
def person(client: TestClient) -> str:
    """The address of a person at version 1."""
    return client.post("/api/v1/persons", json={"name": "Ada"}).headers["Location"]


def test_a_change_with_the_tag_that_was_read_is_made(client: TestClient, person: str) -> None:
    tag = client.get(person).headers["ETag"]
    answer = client.patch(person, json={"locale": "de"}, headers={"If-Match": tag})
    assert (answer.status_code, answer.headers["ETag"]) == (200, '"2"')


def test_a_change_of_what_someone_else_changed_is_refused(client: TestClient, person: str) -> None:
    client.patch(person, json={"locale": "de"})
    answer = client.patch(person, json={"role": "judge"}, headers={"If-Match": '"1"'})
    assert (answer.status_code, answer.json()["type"]) == (412, "/problems/stale")
    assert client.get(person).json()["role"] == "reader"


def test_a_weak_tag_is_refused_with_advice(client: TestClient, person: str) -> None:
    answer = client.patch(person, json={"role": "judge"}, headers={"If-Match": 'W/"1"'})
    assert answer.status_code == 422
    assert "just as `ETag` gave it" in answer.json()["detail"]
