"""The registry's main job from end to end, through HTTP, as the README tells it."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from registry.jobs.runner import run_due_jobs
from registry.storage.engine import SessionFactory
from tests.api.conftest import Clock, MakeClient

ARTICLE = (Path(__file__).parent / "lake_summit.txt").read_text(encoding="utf-8")
API = "/api/v1"
CORRECTED = {
    "statement": "Am 15. August 2025 unterzeichnen die beiden Seiten am Bergsee keinen Vertrag.",
    "criteria": "Ja, wenn bis zum Ende des 15. August 2025 kein unterzeichneter Vertrag gemeldet wird.",
    "probability": 0.95,
    "probability_basis": "stated",
    "probability_low": None,
    "probability_high": None,
    "time_zone": "Europe/Berlin",
}
BY_HAND = {
    "author": "Jon Vale",
    "new_authors": "create",
    "statement": "The lake will freeze before Christmas 2025.",
    "made_on": "2025-08-11",
    "due_on": "2025-12-24",
    "probability": 0.2,
}
VERDICT = {"outcome": "yes", "known_on": "2025-08-15", "citation": "Closing statement, 15 August 2025"}


def get(client: TestClient, path: str, **query: Any) -> Any:
    answer = client.get(f"{API}{path}", params=query)
    assert answer.status_code == 200, answer.text
    return answer.json()


def post(client: TestClient, path: str, body: dict[str, Any], status: int = 201) -> Any:
    answer = client.post(f"{API}{path}", json=body)
    assert answer.status_code == status, answer.text
    return answer.json()


def test_from_an_article_to_a_track_record(client_as: MakeClient, clock: Clock, sessions: SessionFactory) -> None:
    researcher, editor, second, reader = (client_as(role) for role in ("logger", "judge", "admin", "reader"))
    prediction = a_researcher_reads_an_article(researcher)
    freezing = she_logs_another_by_hand(researcher)
    the_first_falls_due_and_is_announced_once(editor, prediction, clock, sessions)
    two_editors_differ_and_one_decides(editor, second, prediction)
    clock.now = datetime(2026, 1, 5, 9, tzinfo=UTC)
    verdict = VERDICT | {"outcome": "no", "known_on": "2025-12-24"}
    post(editor, f"/predictions/{freezing['id']}/judgements", verdict)
    a_reader_sees_what_the_word_was_worth(reader, prediction)


def a_researcher_reads_an_article(researcher: TestClient) -> dict[str, Any]:
    """She adds it, the registry finds candidates, she corrects and accepts one and rejects the others."""
    article = post(researcher, "/articles", {"text": ARTICLE, "outlet": "Lake Post"})
    assert (article["byline"], article["published_on"]) == ("Eva Lind", "2025-08-10")
    waiting = get(researcher, f"/articles/{article['id']}/candidates")["items"]
    summit = next(one for one in waiting if one["polarity"] == "no")
    assert (summit["speaker"], summit["due_on"]) == ("Jon Vale", "2025-08-15")
    assert "hoffen" not in " ".join(quote for one in waiting for quote in one["quoted"])
    refused = researcher.post(f"{API}/candidates/{summit['id']}/accept", json={})
    assert refused.status_code == 422
    body = {"new_authors": "create", "changes": CORRECTED, "tags": ["summit"]}
    prediction: dict[str, Any] = post(researcher, f"/candidates/{summit['id']}/accept", body)["prediction"]
    assert prediction["author"]["name"] == "Jon Vale"
    [mention] = get(researcher, f"/predictions/{prediction['id']}")["mentions"]
    assert (mention["quote_checked"], mention["reported_by"]) == (True, "Eva Lind")
    assert mention["quote"] in ARTICLE
    for other in waiting:
        if other["id"] != summit["id"]:
            post(researcher, f"/candidates/{other['id']}/reject", {"reason": "not wanted here"}, 200)
    return prediction


def she_logs_another_by_hand(researcher: TestClient) -> dict[str, Any]:
    """A slip in the author's name is caught."""
    slip = researcher.post(f"{API}/predictions", json=BY_HAND | {"author": "Jon Valle"})
    assert slip.json()["errors"][0]["suggestions"] == ["Jon Vale"]
    return dict(post(researcher, "/predictions", BY_HAND))


def the_first_falls_due_and_is_announced_once(
    editor: TestClient, prediction: dict[str, Any], clock: Clock, sessions: SessionFactory
) -> None:
    """Nothing is due until the day is over where the prediction lives."""
    assert get(editor, "/due")["items"] == []
    clock.now = datetime(2025, 8, 15, 22, tzinfo=UTC)
    assert [item["id"] for item in get(editor, "/due")["items"]] == [prediction["id"]]
    assert run_due_jobs(sessions, clock.now)["announce"] == 1
    clock.now = datetime(2025, 8, 16, 7, tzinfo=UTC)
    assert run_due_jobs(sessions, clock.now)["announce"] == 0
    assert get(editor, f"/predictions/{prediction['id']}")["flagged_at"] == "2025-08-15T22:00:00Z"


def two_editors_differ_and_one_decides(editor: TestClient, second: TestClient, prediction: dict[str, Any]) -> None:
    """A verdict needs evidence; an unlike second one makes a dispute, a decision settles it."""
    place = f"/predictions/{prediction['id']}/judgements"
    assert editor.post(f"{API}{place}", json={"outcome": "yes"}).status_code == 422
    post(editor, place, VERDICT)
    post(second, place, VERDICT | {"role": "second", "outcome": "ambiguous"})
    assert get(editor, "/due")["counts"]["disputed"] == 1
    post(editor, place, VERDICT | {"role": "decision", "note": "no text was signed"})


def a_reader_sees_what_the_word_was_worth(reader: TestClient, prediction: dict[str, Any]) -> None:
    """The record adds up, and every step stands in the history."""
    record = get(reader, "/authors/jon-vale/track-record")
    assert (record["n"], record["n_resolved"], record["n_calls"], record["n_hits"]) == (2, 2, 2, 2)
    assert record["brier"] == pytest.approx((0.05**2 + 0.2**2) / 2)
    assert record["skill"] == pytest.approx(1 - record["brier"] / 0.25)
    verbs = [event["verb"] for event in get(reader, f"/predictions/{prediction['id']}/history")["items"]]
    assert verbs.count("judged") == 3
    assert {"recorded", "mentioned", "announced"} <= set(verbs)
    assert reader.post(f"{API}/predictions", json=BY_HAND).status_code == 403
