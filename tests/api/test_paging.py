"""Lists page by page."""

import base64

import pytest
from fastapi.testclient import TestClient


def test_pages_hold_everything_once(client: TestClient) -> None:
    for number in range(5):
        client.post("/api/v1/persons", json={"name": f"person {number}"})
    names, cursor = [], ""
    while cursor is not None:
        page = client.get("/api/v1/persons", params={"limit": 2} | ({"cursor": cursor} if cursor else {})).json()
        names += [person["name"] for person in page["items"]]
        cursor = page["next_cursor"]
    assert names == ["admin person", *(f"person {number}" for number in range(5))]


@pytest.mark.parametrize(
    "words", [{"limit": 0}, {"limit": 201}, {"limit": "x"}, {"cursor": "x"}, {"cursor": "x" * 2001}]
)
def test_what_asks_for_no_page_is_refused(client: TestClient, words: dict[str, str]) -> None:
    assert client.get("/api/v1/persons", params=words).status_code == 422


@pytest.mark.parametrize(
    "values",
    [
        '[["str","a"]]',
        '[["str","a"],["UUID","x"]]',
        '[["datetime","2025-01-01"],["int",3]]',
        "3",
        "null",
        r'[["str","\ud800"],["UUID","01890000-0000-7000-8000-000000000000"]]',
    ],
)
def test_a_cursor_that_nobody_was_given_is_refused(client: TestClient, values: str) -> None:
    cursor = base64.urlsafe_b64encode(f'["name",{values}]'.encode()).decode()
    assert client.get("/api/v1/persons", params={"cursor": cursor}).status_code == 422
