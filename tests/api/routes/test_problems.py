"""The addresses in `type` lead to a text."""

import pytest
from fastapi.testclient import TestClient

from registry.api.problem_types import ALL


@pytest.mark.parametrize("slug", [kind.slug for kind in ALL])
def test_a_kind_of_problem_is_explained_at_its_address(anonymous: TestClient, slug: str) -> None:
    answer = anonymous.get(f"/problems/{slug}")
    kind = next(kind for kind in ALL if kind.slug == slug)
    assert answer.status_code == 200
    assert kind.title in answer.text
    assert kind.advice in answer.text


def test_an_unknown_kind_is_a_problem_itself(anonymous: TestClient) -> None:
    answer = anonymous.get("/problems/nonsense")
    assert (answer.status_code, answer.json()["type"]) == (404, "/problems/missing")


def test_the_type_of_an_answer_leads_to_its_text(anonymous: TestClient) -> None:
    problem = anonymous.get("/api/v1/me").json()
    assert "A key is needed" in anonymous.get(problem["type"]).text
