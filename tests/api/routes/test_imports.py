import pytest
from fastapi.testclient import TestClient
from httpx import Response

from registry.api.routes.imports import LONGEST_NAME, file_name
from tests.api.conftest import MakeClient

ROWS = """author,statement,made_on,due_on,probability,outcome
Mira Holt,The lake will freeze over.,2025-01-02,2025-02-01,0.8,1
Mira Holt,The ferry will run all winter.,2025-01-02,2025-03-01,30 %,no
"""


def send(client: TestClient, content: str = ROWS, name: str = "claims.csv", **asked: str) -> Response:
    return client.post("/api/v1/import", params=asked, files={"file": (name, content.encode("utf-8"))})


def test_a_file_is_put_on_record_and_scored(client: TestClient) -> None:
    answer = send(client, new_authors="create")
    assert answer.status_code == 201
    report = answer.json()
    assert (report["file"], report["n_created"], report["n_scored"]) == ("claims.csv", 2, 2)
    record = client.get("/api/v1/authors/mira-holt/track-record").json()
    assert record["brier"] == pytest.approx((0.2**2 + 0.3**2) / 2)
    again = send(client)
    assert (again.status_code, again.json()["n_unchanged"]) == (200, 2)


def test_unknown_authors_are_refused_unless_they_may_be_created(client: TestClient) -> None:
    answer = send(client)
    assert answer.status_code == 422
    assert "Mira Holt" in answer.text


def test_a_dry_run_stores_nothing_and_names_every_fault(client: TestClient) -> None:
    assert send(client, new_authors="create", dry_run="true").json()["n_created"] == 2
    assert client.get("/api/v1/authors").json()["items"] == []
    wrong = ROWS.replace("0.8", "eighty").replace("30 %", "130 %")
    faults = send(client, wrong, new_authors="create", dry_run="true").json()["faults"]
    assert [fault["where"] for fault in faults] == ["line 2, probability", "line 3, probability"]
    assert send(client, wrong, new_authors="create").status_code == 422


def test_what_is_no_table_is_refused(client: TestClient) -> None:
    assert send(client, name="claims.xlsx").status_code == 422
    assert send(client, "").status_code == 422


def test_outcomes_are_for_judges(client_as: MakeClient) -> None:
    assert send(client_as("logger")).status_code == 403


@pytest.mark.parametrize(
    ("sent", "name"),
    [
        ("claims.csv", "claims.csv"),
        ("../../etc/claims.csv", "claims.csv"),
        ("C:\\data\\claims.csv", "claims.csv"),
        ("a\x00\nb.csv", "ab.csv"),
        ("", "upload"),
        ("x" * 300 + ".csv", "x" * (LONGEST_NAME - 4) + ".csv"),
    ],
)
def test_a_file_goes_by_the_last_part_of_its_name(sent: str, name: str) -> None:
    assert file_name(sent) == name
