"""Pages over 20,000 predictions: none loads more than it shows."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import insert
from sqlmodel import SQLModel

from registry.client import Client
from registry.storage.engine import session_factory, unit_of_work
from registry.storage.tables import PredictionRow
from tests.claims import claim
from tests.dashboard.conftest import Open, words
from tests.registry_in_process import SetClock

MANY = 20_000
SEPTEMBER = datetime(2025, 9, 20, 8, tzinfo=UTC)
MOST = {"today": 30, "inbox": 50, "judge": 1, "log": 0, "predictions": 50, "authors": 50, "articles": 20}
"""Items that a page may ask of any one list."""


@pytest.fixture
def many(client: Client, registry_app: FastAPI, set_clock: SetClock) -> None:
    """So many of one author, falling due one after the other over two years, some of them undated."""
    made = client.record_prediction(claim())
    with unit_of_work(session_factory(registry_app.state.installation.engine)) as session:
        known = session.get_one(PredictionRow, made.id).model_dump(warnings=False)
        rows = [like(known, number) for number in range(1, MANY)]
        session.connection().execute(insert(SQLModel.metadata.tables["prediction"]), rows)
    set_clock.now = SEPTEMBER


def like(known: dict[str, Any], number: int) -> dict[str, Any]:
    """Another prediction than the one known."""
    due_on = date(2025, 1, 1) + timedelta(days=number % 730)
    days = {"due_on": due_on} if number % 20 else {"due_on": None, "review_on": due_on}
    due_at = datetime(due_on.year, due_on.month, due_on.day, tzinfo=UTC) + timedelta(days=1)
    names = {"statement": f"It rains on {number} days.", "search_text": f"it rains on {number} days."}
    return {
        **known,
        "made_on": date(2024, 12, 1),
        **days,
        **names,
        "id": UUID(int=number),
        "due_at": due_at,
        "natural_key": f"{number:064x}",
    }


@pytest.fixture
def lengths(client: Client) -> Iterator[dict[str, int]]:
    """The longest list that each address answered with."""
    found: dict[str, int] = {}

    def note(answer: httpx.Response) -> None:
        answer.read()
        items = answer.json().get("items", []) if answer.text.startswith("{") else []
        path = answer.request.url.path
        found[path] = max(found.get(path, 0), len(items))

    client._http.event_hooks["response"].append(note)
    yield found
    client._http.event_hooks["response"].remove(note)


@pytest.mark.usefixtures("many")
def test_no_page_loads_more_than_it_shows(open_page: Open, lengths: dict[str, int]) -> None:
    shown = {}
    for name, most in MOST.items():
        lengths.clear()
        shown[name] = words(open_page(name))
        assert max((n for path, n in lengths.items() if not path.endswith("persons")), default=0) <= most
    assert "1–50 of 20,000" in shown["predictions"]
    assert "Show all" in shown["today"]
    found = open_page("predictions", text="on 19999 days")
    assert list(found.dataframe[0].value["statement"]) == ["It rains on 19999 days."]
