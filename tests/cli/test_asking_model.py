import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from registry.cli.asking_model import endpoint_in_settings
from registry.cli.extracting import FIELDS
from registry.domain.errors import Unready
from tests import model_server as serving
from tests.cli.conftest import Run
from tests.model_server import FERRY, NO_FERRY, TEXT, ModelServer, prediction, predicts, refuses


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModelServer]:
    with serving.model_server() as server:
        monkeypatch.setenv("REGISTRY_MODEL_URL", f"{server.url}/v1")
        monkeypatch.setenv("REGISTRY_MODEL_NAME", "small-model")
        yield server


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """An article with a prediction that the model finds."""
    file = tmp_path / "article.txt"
    file.write_text(TEXT)
    return file


def test_the_models_candidates_are_printed_like_those_of_the_rules(run: Run, model: ModelServer, article: Path) -> None:
    model.answers = [predicts(NO_FERRY, prediction("Invented from beginning to end."))]
    (found,) = json.loads(run("extract", str(article), "--extractor", "model", "--json"))
    assert tuple(found) == FIELDS
    assert TEXT[slice(*found["quotes"][0])] == FERRY
    assert "The ferry company" in run("extract", str(article), "--extractor", "model")


def test_what_it_dropped_and_took_is_said_beside_the_json(run: Run, model: ModelServer, article: Path) -> None:
    model.answers = [predicts(NO_FERRY, prediction("Invented from beginning to end."))]
    missing = article.parent / "empty.md"
    missing.write_text(" ")
    said = run("extract", str(article), str(article), str(missing), "--extractor", "model", "--json", status=1)
    assert "Dropped 1 of the model's 2 predictions" in said
    assert "The model took 2 requests, 2,400 tokens in, 600 out in all." in said


def test_a_model_that_fails_leaves_the_work_to_the_rules(run: Run, model: ModelServer, article: Path) -> None:
    model.answers = [refuses(401, "no such key")]
    by_rules = json.loads(run("extract", str(article), "--json"))
    assert json.loads(run("extract", str(article), "--extractor", "model", "--json")) == by_rules
    explained = json.loads(run("extract", str(article), "--extractor", "model", "--json", "--explain"))
    assert any("check REGISTRY_MODEL_KEY. The rules took over." in note for note in explained["notes"])


def test_the_rules_ask_nobody(run: Run, model: ModelServer, article: Path) -> None:
    run("extract", str(article), "--json")
    assert model.asked == []


def test_a_model_that_nobody_set_up_is_refused(run: Run, article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("REGISTRY_MODEL_URL", "REGISTRY_MODEL_NAME"):
        monkeypatch.delenv(name, raising=False)
    assert "Set REGISTRY_MODEL_URL" in run("extract", str(article), "--extractor", "model", status=1)
    monkeypatch.setenv("REGISTRY_MODEL_URL", "http://localhost:11434/v1")
    with pytest.raises(Unready, match="REGISTRY_MODEL_NAME"):
        endpoint_in_settings()


def test_the_settings_make_the_endpoint(monkeypatch: pytest.MonkeyPatch) -> None:
    values = {"URL": "https://model.example/v1", "NAME": "m", "KEY": "k", "SECONDS": "9", "INPUT_PRICE": "0.2"}
    for name, value in values.items():
        monkeypatch.setenv(f"REGISTRY_MODEL_{name}", value)
    endpoint = endpoint_in_settings()
    assert (endpoint.url, endpoint.name, endpoint.key) == ("https://model.example/v1", "m", "k")
    assert (endpoint.seconds, endpoint.input_price, endpoint.output_price) == (9, 0.2, None)
