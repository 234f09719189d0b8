"""Boards and records over 20,000 resolved predictions: none loads more than it shows."""

from typing import Any
from uuid import UUID

import pytest
from fastapi import FastAPI
from sqlalchemy import insert
from sqlmodel import SQLModel

from registry.client import Client
from registry.storage.engine import session_factory, unit_of_work
from registry.storage.rollups import recomputed, replace_all
from registry.storage.tables import AuthorRow, PredictionRow
from tests.claims import claim, verdict
from tests.dashboard.conftest import Open, words
from tests.dashboard.test_many_predictions import like

MANY, AUTHORS = 20_000, 40


@pytest.fixture
def many(client: Client, registry_app: FastAPI) -> None:
    """So many of forty authors, all judged, of whom each was right in three of four."""
    made = client.record_prediction(claim(made_on_basis="printed"))
    client.judge_prediction(made.id, verdict())
    tables = SQLModel.metadata.tables
    with unit_of_work(session_factory(registry_app.state.installation.engine)) as session:
        known = session.get_one(PredictionRow, made.id).model_dump(warnings=False)
        first = session.get_one(AuthorRow, known["author_id"]).model_dump(warnings=False)
        others = [
            {**first, "id": UUID(int=10**6 + number), "slug": f"author-{number}", "name": f"Author {number}"}
            for number in range(1, AUTHORS)
        ]
        session.connection().execute(insert(tables["author"]), others)
        ids = [first["id"], *(one["id"] for one in others)]
        rows = [judged(known, number, ids[number % AUTHORS]) for number in range(1, MANY)]
        session.connection().execute(insert(tables["prediction"]), rows)
        replace_all(session, (cells for _, cells in recomputed(session)))


def judged(known: dict[str, Any], number: int, author: UUID) -> dict[str, Any]:
    outcome = "no" if number // AUTHORS % 4 == 0 else "yes"
    return {
        **like(known, number),
        "author_id": author,
        "author_id_as_entered": author,
        "outcome": outcome,
        "peer_key": None,
    }


@pytest.mark.usefixtures("many")
def test_boards_and_records_load_no_more_than_they_show(open_page: Open) -> None:
    board = open_page("leaderboard")
    assert len(board.dataframe[0].value) == 20
    assert "1 to 20 of 40 authors" in words(board)
    next(one for one in board.button if one.label == "Next page").click().run()
    assert "21 to 40 of 40 authors" in words(board)
    assert len(board.dataframe[0].value) == 20
    record = words(open_page("author", slug="author-7"))
    assert "The last 200 scored predictions" in record
    assert "375 hits / 500 calls = **75 %**" in record
    assert "3 of 375 right calls" in record
