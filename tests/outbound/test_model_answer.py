import json

import pytest

from registry.domain.errors import Unreachable
from registry.outbound.model_answer import read_model_answer, said_by
from tests.model_server import completion


def test_an_answer_is_read() -> None:
    answer = read_model_answer(completion('{"predictions": []}'), None, None)
    assert (answer.content, answer.fault, answer.usage.cost) == ('{"predictions": []}', None, None)


@pytest.mark.parametrize(
    "body",
    [b"", b"<html>", b"[]", b"{}", b'{"choices": []}', b'{"choices": ["x"]}', b'{"error": "overloaded"}', b"[" * 10**5],
)
def test_another_protocol_is_not_taken_for_an_answer(body: bytes) -> None:
    with pytest.raises(Unreachable, match="does not speak the chat-completions protocol"):
        read_model_answer(body, None, None)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (completion("{", finish_reason="length"), "cut off"),
        (completion("", finish_reason="content_filter"), "declined"),
        (completion(None, message={"content": None, "refusal": "I cannot"}), "declined"),
        (completion(None, message={"tool_calls": [{"function": {"name": "run"}}]}), "is empty"),
        (completion(" "), "is empty"),
    ],
)
def test_an_answer_with_nothing_to_read_says_why_and_still_has_its_price(body: bytes, said: str) -> None:
    answer = read_model_answer(body, 1.0, 1.0)
    assert answer.fault is not None
    assert said in answer.fault
    assert answer.usage.cost == pytest.approx(0.0015)


def test_what_the_endpoint_charges_counts_before_the_prices() -> None:
    body = json.loads(completion("{}"))
    body["usage"]["cost"] = 0.25
    assert read_model_answer(json.dumps(body).encode(), 1.0, 1.0).usage.cost == 0.25


@pytest.mark.parametrize(
    "usage", [None, {}, {"prompt_tokens": "many"}, {"prompt_tokens": -5, "completion_tokens": 1}, 7]
)
def test_tokens_that_are_not_counted_are_not_guessed(usage: object) -> None:
    body = json.loads(completion("{}")) | {"usage": usage}
    counted = read_model_answer(json.dumps(body).encode(), 1.0, 1.0).usage
    assert (counted.n_uncounted, counted.tokens_in, counted.cost) == (1, 0, None)


def test_the_message_of_an_error_is_one_short_line() -> None:
    assert said_by(json.dumps({"error": {"message": "no\n such\x1b[2J " + "x" * 500}}).encode()).startswith(
        "no such [2J x"
    )
    assert len(said_by(json.dumps({"error": "x" * 500}).encode())) == 200
    assert said_by(b"not JSON") == ""
