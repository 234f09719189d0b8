from typing import Any

from fastapi.testclient import TestClient

from tests.api.conftest import MakeClient
from tests.api.routes.test_predictions import CLAIM, PREDICTIONS, post

VERDICT = {"outcome": "yes", "known_on": "2025-08-11", "citation": "Closing statement of the summit"}


def judge(client: TestClient, prediction_id: str, **fields: Any) -> dict[str, Any]:
    answer = client.post(f"{PREDICTIONS}/{prediction_id}/judgements", json=VERDICT | fields)
    assert answer.status_code == 201, answer.text
    return dict(answer.json())


def test_a_verdict_resolves_with_its_scores(client: TestClient) -> None:
    made = post(client)
    given = judge(client, made["id"])
    found = client.get(f"{PREDICTIONS}/{made['id']}").json()
    assert given["in_force"]
    assert (found["status"], found["outcome"], found["version"]) == ("resolved", "yes", 2)
    assert found["brier"] == 0.01
    assert round(found["log_score"], 6) == -0.105361


def test_a_judgement_without_evidence_is_refused(client: TestClient) -> None:
    made = post(client)
    answer = client.post(f"{PREDICTIONS}/{made['id']}/judgements", json={"outcome": "yes"})
    assert answer.status_code == 422
    assert "evidence" in answer.json()["detail"] + str(answer.json()["errors"])


def test_a_withdrawn_prediction_is_not_judged(client: TestClient) -> None:
    made = post(client)
    client.post(f"{PREDICTIONS}/{made['id']}/withdraw", json={"reason": "entered twice"})
    assert client.post(f"{PREDICTIONS}/{made['id']}/judgements", json=VERDICT).status_code == 409


def test_two_judges_who_differ_need_a_decision(client: TestClient, client_as: MakeClient) -> None:
    made = post(client)
    place = f"{PREDICTIONS}/{made['id']}"
    judge(client, made["id"], outcome="no")
    judge(client_as("judge"), made["id"], role="second")
    assert client.get(place).json()["disputed"]
    assert client.get("/api/v1/due").json()["counts"]["disputed"] == 1
    judge(client, made["id"], role="decision")
    found = client.get(place).json()
    assert (found["disputed"], found["outcome"]) == (False, "yes")
    assert [one["in_force"] for one in found["judgements"]] == [False, False, True]


def test_a_retracted_judgement_stays_readable(client: TestClient) -> None:
    made = post(client)
    given = judge(client, made["id"])
    retracted = client.post(f"/api/v1/judgements/{given['id']}/retract", json={"reason": "wrong table"})
    assert retracted.json()["retraction_reason"] == "wrong table"
    listed = client.get(f"{PREDICTIONS}/{made['id']}/judgements").json()
    assert [one["id"] for one in listed] == [given["id"]]
    assert client.get(f"{PREDICTIONS}/{made['id']}").json()["status"] == "open"


def test_one_finding_judges_a_question_in_both_senses(client: TestClient) -> None:
    client.post("/api/v1/questions", json={"wording": "Will a treaty be signed?", "slug": "treaty"})
    against = post(client, question="treaty", sense=-1)
    for_it = post(client, question="treaty", author="Jon Vale", statement="They will sign a treaty.")
    answer = client.post("/api/v1/questions/treaty/judgements", json=VERDICT | {"outcome": "no"})
    assert answer.status_code == 201
    outcomes = {one["prediction_id"]: one["outcome"] for one in answer.json()}
    assert outcomes == {against["id"]: "yes", for_it["id"]: "no"}
    again = client.post("/api/v1/questions/treaty/judgements", json=VERDICT)
    assert again.status_code == 409


def test_a_verdict_on_a_version_that_has_passed_is_stale(client: TestClient) -> None:
    made = post(client)
    client.patch(f"{PREDICTIONS}/{made['id']}", json={"tags": ["lake"]})
    answer = client.post(f"{PREDICTIONS}/{made['id']}/judgements", json=VERDICT, headers={"If-Match": '"1"'})
    assert answer.status_code == 412
    assert CLAIM["statement"] == client.get(f"{PREDICTIONS}/{made['id']}").json()["statement"]
