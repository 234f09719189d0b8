from fastapi.testclient import TestClient

QUESTIONS = "/api/v1/questions"
TREATY = {"wording": "Will a treaty be signed by 15 August 2025?", "slug": "treaty", "due_on": "2025-08-15"}


def test_a_question_is_created_read_changed_and_searched(client: TestClient) -> None:
    made = client.post(QUESTIONS, json=TREATY)
    assert (made.status_code, made.headers["location"]) == (201, f"{QUESTIONS}/treaty")
    assert client.get(f"{QUESTIONS}/{made.json()['id']}").json() == made.json()
    changed = client.patch(f"{QUESTIONS}/treaty", json={"criteria": "A signed text."}, headers={"If-Match": '"1"'})
    assert changed.headers["etag"] == '"2"'
    assert client.get(QUESTIONS, params={"q": "TREATY"}).json()["items"] == [changed.json()]
    assert client.get(QUESTIONS, params={"q": "election"}).json()["items"] == []


def test_what_clashes_or_makes_no_sense_is_refused(client: TestClient) -> None:
    client.post(QUESTIONS, json=TREATY)
    assert client.post(QUESTIONS, json=TREATY).status_code == 409
    assert client.post(QUESTIONS, json=TREATY | {"slug": "Not a slug"}).status_code == 422
    backwards = TREATY | {"slug": "other", "due_from": "2025-09-01"}
    assert client.post(QUESTIONS, json=backwards).json()["errors"][0]["where"] == "due_on"
    assert client.get(f"{QUESTIONS}/none").status_code == 404
    assert client.patch(f"{QUESTIONS}/treaty", json={}, headers={"If-Match": '"7"'}).status_code == 412
