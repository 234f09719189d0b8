import json

from fastapi.testclient import TestClient

from tests.api.routes.test_judgements import judge
from tests.api.routes.test_predictions import post

EXPORT = "/api/v1/export"


def test_everything_on_record_comes_as_a_file(client: TestClient) -> None:
    judge(client, post(client)["id"])
    post(client, statement="=1+1 is what they will say.")
    answer = client.get(EXPORT)
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"] == 'attachment; filename="predictions.csv"'
    header, first, second = answer.text.splitlines()
    assert header.startswith("author,statement,made_on,due_on,probability,outcome,criteria")
    assert first.startswith("Mira Holt,")
    assert ",0.9,yes," in first
    assert second.startswith("Mira Holt,'=1+1 is")


def test_a_file_is_of_the_kind_asked_for(client: TestClient) -> None:
    post(client)
    lines = client.get(EXPORT, params={"format": "jsonl"}).text.splitlines()
    assert [json.loads(line)["author"] for line in lines] == ["Mira Holt"]
    assert client.get(EXPORT, params={"format": "parquet"}).content.startswith(b"PAR1")
    assert client.get(EXPORT, params={"format": "xlsx"}).status_code == 422


def test_an_unknown_collection_is_refused_before_the_file_begins(client: TestClient) -> None:
    assert client.get(EXPORT, params={"collection": "none"}).status_code == 404


def test_a_file_holds_what_the_filter_lets_through(client: TestClient) -> None:
    judge(client, post(client)["id"])
    post(client, statement="Bread will be dearer in autumn.", due_on="2025-12-01")
    for wanted, statements in (
        ({"outcome": "yes"}, ["The two sides will not sign a treaty at the lake summit."]),
        ({"text": "bread"}, ["Bread will be dearer in autumn."]),
        ({"status": "withdrawn"}, []),
    ):
        lines = client.get(EXPORT, params={"format": "jsonl", **wanted}).text.splitlines()
        assert [json.loads(line)["statement"] for line in lines] == statements
