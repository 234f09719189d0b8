from datetime import date
from typing import Any

import pytest

from registry.client import Client, ClientError
from registry.client.bodies import at, content_of
from registry.schemas.filters import PredictionFilter
from registry.schemas.predictions import PredictionNew
from tests.client.conftest import Script, problem


def test_only_what_was_set_is_sent(script: Script) -> None:
    client, scripted = script(problem(422), problem(422), problem(422))
    new: dict[str, Any] = {"author": "Eva", "statement": "It rains.", "made_on": date(2025, 8, 1)}
    for body in (PredictionNew(**new), new):
        with pytest.raises(ClientError):
            client.record_prediction(body)
    sent = b'{"author":"Eva","statement":"It rains.","made_on":"2025-08-01"}'
    assert {request.read() for request in scripted.requests} == {
        sent,
        b'{"statement":"It rains.","made_on":"2025-08-01","author":"Eva"}',
    }
    with pytest.raises(ClientError):
        client.list_predictions(PredictionFilter(disputed=True, author=None), limit=5)
    assert scripted.requests[-1].url.query == b"disputed=true&limit=5"


def test_parts_of_a_path_cannot_lead_elsewhere(client: Client) -> None:
    assert at("authors", "a/../b?c") == "/authors/a%2F..%2Fb%3Fc"
    with pytest.raises(ClientError):
        client.read_author("../health")


def test_a_file_goes_with_a_form() -> None:
    sent = content_of({"published_on": date(2025, 8, 10)}, ("column.txt", b"It will rain."))
    assert sent == {
        "data": {"published_on": "2025-08-10"},
        "files": {"file": ("column.txt", b"It will rain.")},
    }
