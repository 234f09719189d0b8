"""Questions to a model over real connections."""

from collections.abc import Iterator

import pytest

from registry.domain.errors import Unreachable
from registry.domain.extraction.model_prompt import ANSWER_SCHEMA
from registry.outbound.model import ModelEndpoint, ask_model
from registry.outbound.model_answer import ModelAnswer
from tests import model_server as serving
from tests.model_server import ModelServer, refuses, writes

MESSAGES = [{"role": "user", "content": "Größe"}]


@pytest.fixture
def model() -> Iterator[ModelServer]:
    with serving.model_server() as server:
        yield server


@pytest.fixture
def pauses() -> list[float]:
    return []


def ask(endpoint: ModelEndpoint, pauses: list[float] | None = None) -> ModelAnswer:
    return ask_model(endpoint, MESSAGES, ANSWER_SCHEMA, sleep=(pauses if pauses is not None else []).append)


def test_the_question_carries_the_model_the_messages_and_the_schema(model: ModelServer) -> None:
    model.answers = [writes("{}")]
    assert ask(model.endpoint(key="s3cret")).content == "{}"
    (asked,) = model.asked
    assert (asked["model"], asked["messages"], asked["temperature"], asked["stream"]) == (
        "small-model", MESSAGES, 0, False,
    )  # fmt: skip
    form = asked["response_format"]
    assert (form["type"], form["json_schema"]["schema"]) == ("json_schema", ANSWER_SCHEMA)
    assert model.headers[0]["authorization"] == "Bearer s3cret"


def test_a_model_without_a_key_is_sent_none(model: ModelServer) -> None:
    model.answers = [writes("{}")]
    ask(model.endpoint())
    assert "authorization" not in model.headers[0]


@pytest.mark.parametrize("path", ["/v1", "/v1/", "/v1/chat/completions"])
def test_the_address_may_be_given_short_or_in_full(model: ModelServer, path: str) -> None:
    model.answers = [writes("{}")]
    assert ask(model.endpoint(url=model.url + path)).content == "{}"


def test_tokens_and_cost_are_counted(model: ModelServer) -> None:
    model.answers = [writes("{}", tokens=(1_000_000, 500_000))]
    usage = ask(model.endpoint(input_price=0.2, output_price=0.6)).usage
    assert (usage.requests, usage.tokens_in, usage.tokens_out, usage.cost) == (1, 1_000_000, 500_000, 0.5)


def test_too_many_requests_wait_as_long_as_the_endpoint_asks(model: ModelServer, pauses: list[float]) -> None:
    model.answers = [refuses(429, "slow down", Retry_After="3"), writes("{}")]
    assert ask(model.endpoint(), pauses).content == "{}"
    assert pauses == [3]


def test_a_longer_pause_than_there_is_time_is_not_waited_for(model: ModelServer, pauses: list[float]) -> None:
    model.answers = [refuses(429, "slow down", Retry_After="3600")]
    with pytest.raises(Unreachable, match=r"answers 429 \(slow down\)"):
        ask(model.endpoint(), pauses)
    assert (pauses, len(model.asked)) == ([], 1)


@pytest.mark.parametrize("header", [{}, {"Retry_After": "Wed, 21 Oct 2026 07:28:00 GMT"}, {"Retry_After": "-1"}])
def test_without_a_usable_pause_the_pauses_grow(model: ModelServer, pauses: list[float], header: dict) -> None:
    model.answers = [refuses(503, "starting", **header)]
    with pytest.raises(Unreachable, match="answers 503"):
        ask(model.endpoint(), pauses)
    assert len(model.asked) == 3
    assert 0 < pauses[0] < pauses[1]


def test_a_fault_of_the_server_passes(model: ModelServer, pauses: list[float]) -> None:
    model.answers = [refuses(500), serving.breaks_off, writes("{}")]
    assert ask(model.endpoint(), pauses).content == "{}"
    assert len(pauses) == 2


def test_a_refused_key_is_not_tried_again_and_not_told(model: ModelServer, pauses: list[float]) -> None:
    model.answers = [refuses(401, "wrong key s3cret\x1b[2J")]
    with pytest.raises(Unreachable, match="check REGISTRY_MODEL_KEY") as problem:
        ask(model.endpoint(key="s3cret"), pauses)
    assert "s3cret" not in problem.value.detail
    assert "\x1b" not in problem.value.detail
    assert len(model.asked) == 1


def test_an_unknown_model_is_named_as_such(model: ModelServer) -> None:
    model.answers = [refuses(404, "model not found")]
    with pytest.raises(Unreachable, match=r"model not found\); check REGISTRY_MODEL_URL and REGISTRY_MODEL_NAME"):
        ask(model.endpoint())


def test_a_redirect_is_not_followed(model: ModelServer) -> None:
    model.answers = [refuses(307, Location=f"{model.url}/v1/chat/completions"), writes("{}")]
    with pytest.raises(Unreachable, match="answers 307"):
        ask(model.endpoint(key="s3cret"))


def test_an_endpoint_that_knows_no_schema_is_asked_without(model: ModelServer) -> None:
    model.answers = [refuses(400, "unknown response_format"), writes("{}")]
    assert ask(model.endpoint()).content == "{}"
    assert set(model.asked[1]) == {"model", "messages", "stream"}


def test_a_question_refused_in_both_forms_is_given_up(model: ModelServer) -> None:
    model.answers = [refuses(400, "context too long")]
    with pytest.raises(Unreachable, match="context too long"):
        ask(model.endpoint())
    assert len(model.asked) == 2


@pytest.mark.parametrize("answer", [serving.keeps_silent, serving.dribbles])
def test_one_limit_bounds_the_wait(model: ModelServer, answer: serving.Answer, pauses: list[float]) -> None:
    model.answers = [answer]
    with pytest.raises(Unreachable, match=r"did not answer within 0\.3 seconds"):
        ask(model.endpoint(seconds=0.3), pauses)
    assert pauses == []
    assert len(model.asked) <= 1


def test_an_answer_without_end_is_not_read_to_it(model: ModelServer) -> None:
    model.answers = [serving.never_ends]
    with pytest.raises(Unreachable, match="longer than 2 MB"):
        ask(model.endpoint())
    assert len(model.asked) == 1


def test_nobody_at_the_address_is_said_so(model: ModelServer, pauses: list[float]) -> None:
    with pytest.raises(Unreachable, match="cannot be reached"):
        ask(model.endpoint(url="http://127.0.0.1:9/v1"), pauses)
    assert len(pauses) == 2


def test_an_address_that_is_none_is_said_so() -> None:
    with pytest.raises(Unreachable, match="REGISTRY_MODEL_URL is no address"):
        ask(ModelEndpoint("file:///etc", "small-model"))


def test_the_key_is_not_shown() -> None:
    assert "s3cret" not in repr(ModelEndpoint("http://127.0.0.1:9/v1", "small-model", "s3cret"))
