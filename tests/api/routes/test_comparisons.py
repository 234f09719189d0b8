from fastapi.testclient import TestClient

from tests.api.routes.test_judgements import judge
from tests.api.routes.test_predictions import post

COMPARISON = "/api/v1/comparison"


def test_two_authors_are_compared_on_what_both_said(client: TestClient) -> None:
    for author, probability in (("Mira Holt", 0.8), ("Jon Ask", 0.4)):
        made = post(client, author=author, new_authors="create", probability=probability)
        judge(client, made["id"])
    found = client.get(COMPARISON, params={"author": ["mira-holt", "jon-ask"]}).json()
    assert found["n_questions"] == 1
    first, second = found["authors"]
    assert (first["author"]["slug"], first["n_shared"]) == ("mira-holt", 1)
    assert first["peer_score_mean"] == -second["peer_score_mean"] > 0


def test_one_author_alone_or_six_are_no_comparison(client: TestClient) -> None:
    post(client)
    assert client.get(COMPARISON, params={"author": ["mira-holt"]}).status_code == 422
    assert client.get(COMPARISON, params={"author": ["mira-holt"] * 6}).status_code == 422
    assert client.get(COMPARISON, params={"author": ["mira-holt", "nobody"]}).status_code == 404
