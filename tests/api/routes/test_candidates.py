from uuid import UUID

import pytest
from fastapi.testclient import TestClient
from sqlmodel import col, select

from registry.actions import articles, authors
from registry.actions.people import SET_UP
from registry.domain.vocabulary import Role
from registry.schemas.authors import AuthorNew
from registry.storage.engine import SessionFactory, unit_of_work
from registry.storage.tables import CandidateRow
from tests.api.conftest import MakeClient
from tests.databases import (
    NOW,
    database_url,  # noqa: F401 - these routes are read on both databases
)
from tests.people import person
from tests.readings import COLUMN, PRICES, RUTTE, SUMMIT

CANDIDATES = "/api/v1/candidates"
NOBODY = "00000000-0000-7000-8000-000000000000"


@pytest.fixture
def inbox(sessions: SessionFactory) -> dict[str, UUID]:
    """Ids of the candidates in an article on record, by statement."""
    with unit_of_work(sessions) as session:
        reader = person(session, "Ada Editor", Role.logger)
        authors.add_all(session, SET_UP, [AuthorNew(name="Thorsten Vale"), AuthorNew(name="Mark Rutte")], now=NOW)
        articles.add(session, reader, COLUMN, now=NOW)
        return {row.statement: row.id for row in session.exec(select(CandidateRow).order_by(col(CandidateRow.id)))}


def statements(client: TestClient, **asked: str | int) -> list[str]:
    return [found["statement"] for found in client.get(CANDIDATES, params=asked).json()["items"]]


def test_the_inbox_lists_what_waits_the_surest_of_the_latest_first(client: TestClient, inbox: dict[str, UUID]) -> None:
    client.post(f"{CANDIDATES}/{inbox[RUTTE]}/reject", json={"reason": "a wish"})
    assert statements(client, state="waiting") == [SUMMIT, PRICES]
    assert statements(client, state="rejected") == [RUTTE]
    assert statements(client, sort="surest") == [SUMMIT, RUTTE, PRICES]
    assert statements(client, q="TREATY") == [SUMMIT]
    assert statements(client, language="de") == []
    assert statements(client, article=NOBODY) == []
    first = client.get(CANDIDATES, params={"sort": "surest", "limit": 2}).json()
    assert statements(client, sort="surest", limit=2, cursor=first["next_cursor"]) == [PRICES]


def test_a_candidate_shows_its_words_and_what_is_missing(client: TestClient, inbox: dict[str, UUID]) -> None:
    read = client.get(f"{CANDIDATES}/{inbox[PRICES]}")
    assert (read.json()["quoted"], read.json()["missing"]) == ([PRICES], ["due_on", "criteria"])
    assert read.headers["etag"] == '"1"'
    assert client.get(f"{CANDIDATES}/{NOBODY}").status_code == 404


def test_an_accepted_candidate_leads_to_its_prediction(client: TestClient, inbox: dict[str, UUID]) -> None:
    body = {"changes": {"probability": 0.9}, "tags": ["summit"]}
    path = f"{CANDIDATES}/{inbox[RUTTE]}"
    accepted = client.post(f"{path}/accept", json=body, headers={"If-Match": '"1"'})
    assert accepted.status_code == 201
    made = client.get(accepted.headers["location"]).json()
    assert (made["author"]["slug"], made["probability"], made["tags"]) == ("mark-rutte", 0.9, ["summit"])
    [mention] = made["mentions"]
    assert (mention["quote"], mention["quote_checked"], mention["reported_by"]) == (
        RUTTE,
        True,
        "Thorsten Vale",
    )
    assert client.get(path).json() == accepted.json()["candidate"]
    assert client.post(f"{path}/accept", json=body).status_code == 409


def test_an_acceptance_is_undone_by_opening_the_candidate_again(client: TestClient, inbox: dict[str, UUID]) -> None:
    path = f"{CANDIDATES}/{inbox[SUMMIT]}"
    made = client.post(f"{path}/accept", json={}).json()["prediction"]
    assert client.post(f"{path}/reopen").json()["state"] == "waiting"
    assert client.get(f"/api/v1/predictions/{made['id']}").json()["status"] == "withdrawn"
    assert client.post(f"{path}/reopen").status_code == 409


def test_a_repetition_joins_a_prediction(client: TestClient, inbox: dict[str, UUID]) -> None:
    made = client.post(f"{CANDIDATES}/{inbox[SUMMIT]}/accept", json={}).json()["prediction"]
    client.post(f"{CANDIDATES}/{inbox[RUTTE]}/accept", json={"repeats": made["id"]})
    mentions = client.get(f"/api/v1/predictions/{made['id']}").json()["mentions"]
    assert [mention["quote"] for mention in mentions] == [SUMMIT, RUTTE]
    unknown = client.post(f"{CANDIDATES}/{inbox[PRICES]}/accept", json={"repeats": NOBODY})
    assert unknown.status_code == 404


@pytest.mark.parametrize(
    ("body", "where"),
    [
        ({"author": "Marc Rutte"}, "author"),
        ({"changes": {"probability": 1.2}}, "changes.probability"),
        ({"changes": {"due_on": "2025-08-01"}}, "changes.due_on"),
        ({"changes": {"made_on": "2025-08-14"}}, "changes.made_on"),
        ({"changes": {"statement": "a\x00bcdef"}}, "changes.statement"),
        ({"changes": {"deadline": "2025-08-15"}}, "changes.deadline"),
        ({"collection": "none"}, "collection"),
        ({"question": "none"}, "question"),
    ],
)
def test_what_cannot_go_on_record_is_refused_and_the_candidate_waits_on(
    client: TestClient, inbox: dict[str, UUID], body: dict[str, object], where: str
) -> None:
    path = f"{CANDIDATES}/{inbox[SUMMIT]}"
    refused = client.post(f"{path}/accept", json=body)
    assert refused.status_code == 422
    assert [fault["where"] for fault in refused.json()["errors"]] == [where]
    assert client.get(path).json()["state"] == "waiting"


def test_many_candidates_are_rejected_for_one_reason(client: TestClient, inbox: dict[str, UUID]) -> None:
    body = {"ids": [str(inbox[SUMMIT]), str(inbox[PRICES])], "reason": "off topic"}
    rejected = client.post(f"{CANDIDATES}/reject", json=body).json()
    assert {found["rejected_reason"] for found in rejected} == {"off topic"}
    assert client.post(f"{CANDIDATES}/reject", json=body).status_code == 409
    assert client.post(f"{CANDIDATES}/reject", json={"ids": [NOBODY], "reason": "off topic"}).status_code == 404
    assert client.post(f"{CANDIDATES}/reject", json={"ids": [], "reason": "off topic"}).status_code == 422
    assert client.post(f"{CANDIDATES}/{inbox[RUTTE]}/reject", json={"reason": ""}).status_code == 422


def test_an_acceptance_that_is_sent_twice_is_done_once(client: TestClient, inbox: dict[str, UUID]) -> None:
    path, key = f"{CANDIDATES}/{inbox[SUMMIT]}/accept", {"Idempotency-Key": "once"}
    first, second = (client.post(path, json={}, headers=key) for _ in range(2))
    assert (second.status_code, second.json()) == (201, first.json())
    assert len(client.get("/api/v1/predictions").json()["items"]) == 1


def test_readers_look_and_decide_nothing(client_as: MakeClient, inbox: dict[str, UUID]) -> None:
    reader = client_as(Role.reader)
    assert len(statements(reader)) == 3
    assert reader.post(f"{CANDIDATES}/{inbox[SUMMIT]}/accept", json={}).status_code == 403


def test_an_undated_claim_proposes_when_to_look_again_and_keeps_it_on_record(client: TestClient) -> None:
    text = "In the coming years the harbour will certainly be closed, the mayor of the town said at the meeting."
    new = {"text": text, "published_on": "2025-08-10", "language": "en", "author": "Thorsten Vale"}
    article = client.post("/api/v1/articles", json=new).json()
    [found] = client.get(f"/api/v1/articles/{article['id']}/candidates").json()["items"]
    assert (found["due_on"], found["review_on"], found["horizon_on"]) == (None, "2026-02-06", "2028-08-09")
    assert found["horizon_reason"] == "the text says “in the coming years”"
    assert {check["name"] for check in found["checklist"] if check["hint"]} == {"when", "source"}
    accepted = client.post(
        f"{CANDIDATES}/{found['id']}/accept", json={"author": "Thorsten Vale", "new_authors": "create"}
    ).json()
    assert (accepted["prediction"]["review_on"], accepted["prediction"]["horizon_on"]) == ("2026-02-06", "2028-08-09")
