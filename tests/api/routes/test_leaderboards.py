from fastapi.testclient import TestClient

from tests.api.conftest import Clock
from tests.api.routes.test_judgements import judge
from tests.api.routes.test_predictions import post
from tests.databases import NOW

BOARD = "/api/v1/leaderboard"


def test_the_board_follows_every_judgement(client: TestClient) -> None:
    made = post(client, made_on_basis="printed")
    assert client.get(BOARD).json()["n_rows"] == 0
    judge(client, made["id"])
    board = client.get(BOARD).json()
    assert (board["n_rows"], board["n_authors"], board["n_ranked"]) == (1, 1, 0)
    line = board["lines"][0]
    assert (line["author"]["slug"], line["rank"], line["unranked"]) == ("mira-holt", None, "too_few")
    assert line["brier"] == 0.01
    assert len(board["inputs_sha256"]) == 64


def test_a_board_of_the_past_can_be_reproduced(client: TestClient, clock: Clock) -> None:
    judge(client, post(client, made_on_basis="printed")["id"])
    present = client.get(BOARD).json()
    clock.now = NOW.replace(day=20)
    more = post(client, statement="It will rain on Monday.", made_on_basis="printed")
    judge(client, more["id"], outcome="no")
    assert client.get(BOARD).json()["inputs_sha256"] != present["inputs_sha256"]
    assert client.get(BOARD, params={"as_of": present["as_of"]}).json() == present


def test_a_day_stands_for_its_end_and_today_for_now(client: TestClient, clock: Clock) -> None:
    clock.now = NOW.replace(day=20)
    judge(client, post(client, made_on_basis="printed")["id"])
    asked = {day: client.get(BOARD, params={"as_of": day}) for day in ("2025-08-19", "2025-08-20", "2025-08-21")}
    assert [answer.status_code for answer in asked.values()] == [200, 200, 422]
    assert [asked[day].json()["n_rows"] for day in ("2025-08-19", "2025-08-20")] == [0, 1]
    assert asked["2025-08-19"].json()["as_of"] == "2025-08-19T23:59:59.999999Z"
    assert asked["2025-08-20"].json()["as_of"] == "2025-08-20T09:30:00Z"


def test_what_cannot_be_asked_is_refused(client: TestClient) -> None:
    assert client.get(BOARD, params={"as_of": "2030-01-01T00:00:00Z"}).status_code == 422
    turned = client.get(BOARD, params={"made_from": "2025-03-01", "made_to": "2025-02-28"})
    assert turned.status_code == 422
    assert turned.json()["errors"][0]["message"] == "lies before made_from, 2025-03-01; exchange the two"
    assert client.get(BOARD, params={"metric": "luck"}).status_code == 422
    assert client.get(BOARD, params={"collection": "none"}).status_code == 404
