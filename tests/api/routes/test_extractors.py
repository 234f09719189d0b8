"""Articles read by a language model, which a server on loopback plays."""

from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient

from registry.settings import Settings
from tests import model_server as serving
from tests.model_server import FERRY, STORM, TEXT, ModelServer, prediction, predicts, refuses

ARTICLES = "/api/v1/articles"
SENT: dict[str, Any] = {"text": TEXT, "published_on": "2025-08-10", "author": "Ines Vale", "extractor": "model"}


@pytest.fixture
def model() -> Iterator[ModelServer]:
    with serving.model_server() as server:
        yield server


@pytest.fixture
def set_up(settings: Settings, model: ModelServer) -> ModelServer:
    """The model, named in the settings."""
    settings.model_url, settings.model_name, settings.model_seconds = f"{model.url}/v1", "small-model", 5.0
    return model


def candidates_of(client: TestClient, article: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = client.get(f"{ARTICLES}/{article['id']}/candidates").json()["items"]
    return found


def test_a_model_reads_an_article_where_it_is_chosen(client: TestClient, set_up: ModelServer) -> None:
    set_up.answers = [predicts(prediction(STORM, speaker="Mira Holt", confidence=0.9), tokens=(1200, 300))]
    article = client.post(ARTICLES, json=SENT).json()
    [found] = candidates_of(client, article)
    assert (found["quoted"], found["speaker"], found["extractor"]) == ([STORM], "Mira Holt", "model")
    assert "The model small-model took 1 request, 1,200 tokens in, 300 out." in article["notes"]


def test_nobody_is_asked_where_nobody_chose_the_model(client: TestClient, set_up: ModelServer) -> None:
    article = client.post(ARTICLES, json=SENT | {"extractor": "rules"}).json()
    assert {found["extractor"] for found in candidates_of(client, article)} == {"rules"}
    assert set_up.asked == []


def test_the_rules_take_over_from_a_model_that_fails_and_say_so(client: TestClient, set_up: ModelServer) -> None:
    set_up.answers = [refuses(401, "bad key")]
    article = client.post(ARTICLES, json=SENT).json()
    assert {found["extractor"] for found in candidates_of(client, article)} == {"rules"}
    assert any(note.startswith("The model small-model: ") and "rules took over" in note for note in article["notes"])


def test_an_article_on_record_can_be_read_once_more_by_the_model(client: TestClient, set_up: ModelServer) -> None:
    article = client.post(ARTICLES, json=SENT | {"extract": False, "extractor": "rules"}).json()
    set_up.answers = [predicts(prediction(FERRY))]
    again = client.post(f"{ARTICLES}/{article['id']}/candidates", json={"extractor": "model"}).json()
    assert [found["quoted"] for found in again["added"]] == [[FERRY]]
    assert again["notes"][-1].startswith("The model small-model took 1 request")


def test_a_file_can_be_read_by_the_model(client: TestClient, set_up: ModelServer) -> None:
    set_up.answers = [predicts(prediction(FERRY))]
    form = {"published_on": "2025-08-10", "extractor": "model"}
    sent = client.post(f"{ARTICLES}/file", data=form, files={"file": ("a.txt", TEXT.encode())})
    assert [found["extractor"] for found in candidates_of(client, sent.json())] == ["model"]


@pytest.mark.parametrize("missing", ["model_url", "model_name"])
def test_a_model_that_nobody_set_up_is_refused(
    client: TestClient, settings: Settings, set_up: ModelServer, missing: str
) -> None:
    setattr(settings, missing, "")
    refused = client.post(ARTICLES, json=SENT)
    assert refused.status_code == 422
    assert refused.json()["errors"][0]["where"] == "extractor"
    assert "REGISTRY_MODEL_URL" in refused.json()["detail"]
    assert (set_up.asked, client.get(ARTICLES).json()["items"]) == ([], [])


def test_another_extractor_is_refused(client: TestClient) -> None:
    assert client.post(ARTICLES, json=SENT | {"extractor": "oracle"}).status_code == 422


def test_health_tells_whether_a_model_can_be_chosen(
    client: TestClient, settings: Settings, set_up: ModelServer
) -> None:
    assert client.get("/api/v1/health").json()["extractors"] == ["rules", "model"]
    settings.model_url = ""
    assert client.get("/api/v1/health").json()["extractors"] == ["rules"]


@pytest.mark.parametrize("extractor", ["rules", "model"])
def test_criteria_come_in_the_language_asked_for(client: TestClient, set_up: ModelServer, extractor: str) -> None:
    set_up.answers = [predicts(prediction(FERRY))]
    article = client.post(ARTICLES, json=SENT | {"extractor": extractor, "criteria_language": "de"}).json()
    assert {found["criteria"].split(",")[0] for found in candidates_of(client, article)} <= {
        "JA",
        "Tritt die Bedingung ein (If the dam breaks)",
    }
    refused = client.post(f"{ARTICLES}/{article['id']}/candidates", json={"criteria_language": "fr"})
    assert (refused.status_code, refused.json()["errors"][0]["where"]) == (422, "criteria_language")
