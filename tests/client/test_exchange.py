"""What is sent again and what never is, and how what comes back is read."""

import httpx
import pytest

from registry.client import ClientError, Failed, NoAnswer, NotTheRegistry, Slow
from tests.client.conftest import Outcome, Script, problem

HEALTH = {
    "status": "ok", "version": "1", "database": "sqlite", "schema_revision": None,
    "now": "2025-08-12T00:00:00Z", "scheduler": {"late": False},
}  # fmt: skip
AUTHOR = {
    "id": "0198a000-0000-7000-8000-000000000000", "slug": "eva-lind", "name": "Eva Lind", "kind": "person",
    "created_at": "2025-08-12T00:00:00Z", "version": 3,
}  # fmt: skip


def healthy() -> httpx.Response:
    return httpx.Response(200, json=HEALTH)


@pytest.mark.parametrize(
    "failure",
    [
        httpx.ConnectError("refused"),
        httpx.ReadTimeout("slow"),
        httpx.ReadError("reset"),
        httpx.Response(429),
        httpx.Response(502, text="<html>proxy</html>"),
        problem(503, "unready"),
        httpx.Response(504),
    ],
)
def test_a_read_that_failed_in_passing_is_sent_again_after_growing_pauses(script: Script, failure: Outcome) -> None:
    client, scripted = script(failure, failure, healthy())
    assert client.read_health().status == "ok"
    assert scripted.pauses == [0.25, 0.5]


@pytest.mark.parametrize("failure", [problem(500, "unexpected"), problem(422, "invalid"), problem(502, "unreachable")])
def test_a_considered_refusal_is_not_asked_for_twice(script: Script, failure: httpx.Response) -> None:
    client, scripted = script(failure)
    with pytest.raises(ClientError):
        client.read_health()
    assert len(scripted.requests) == 1


def test_it_gives_up_after_four_attempts(script: Script) -> None:
    client, scripted = script(*[httpx.Response(503)] * 4)
    with pytest.raises(Failed):
        client.read_health()
    assert scripted.pauses == [0.25, 0.5, 1.0]


def test_the_pause_that_the_registry_asks_for_is_kept(script: Script) -> None:
    client, scripted = script(httpx.Response(503, headers={"Retry-After": "7"}), healthy())
    client.read_health()
    assert scripted.pauses == [7.0]


def test_a_post_is_repeated_under_one_idempotency_key(script: Script) -> None:
    client, scripted = script(httpx.ReadTimeout("slow"), httpx.Response(201, json=AUTHOR))
    assert client.add_author({"name": "Eva Lind"}).version == 3
    assert [request.headers["Idempotency-Key"] for request in scripted.requests] == ["key-1", "key-1"]


def test_a_key_of_the_callers_own_is_used_instead(script: Script) -> None:
    client, scripted = script(httpx.Response(201, json=AUTHOR))
    client.add_author({"name": "Eva Lind"}, idempotency_key="mine")
    assert scripted.requests[0].headers["Idempotency-Key"] == "mine"


def test_a_change_that_may_have_been_done_is_not_repeated(script: Script) -> None:
    client, scripted = script(httpx.ReadTimeout("slow"))
    with pytest.raises(Slow, match="did not answer in time"):
        client.change_author("eva-lind", {"name": "Eva"}, if_version=3)
    assert scripted.requests[0].headers["If-Match"] == '"3"'
    assert len(scripted.requests) == 1


def test_a_change_that_never_arrived_is_repeated(script: Script) -> None:
    client, scripted = script(httpx.ConnectError("refused"), httpx.Response(200, json=AUTHOR))
    client.remove_alias("eva-lind", "E. Lind")
    assert len(scripted.requests) == 2


def test_nothing_there_says_how_to_start_it(script: Script) -> None:
    client, _ = script(*[httpx.ConnectError("refused")] * 4)
    with pytest.raises(NoAnswer, match="Start the registry"):
        client.read_health()


@pytest.mark.parametrize(
    "answer",
    [
        httpx.Response(200, text="<html>hello</html>"),
        httpx.Response(200, json={"status": 1}),
        httpx.Response(302, headers={"Location": "https://elsewhere.test"}),
        httpx.Response(404, text="not here"),
        httpx.Response(500, content=b"{", headers={"Content-Type": "application/problem+json"}),
    ],
)
def test_something_else_that_answers_is_recognised(script: Script, answer: httpx.Response) -> None:
    client, _ = script(answer)
    with pytest.raises(NotTheRegistry, match="REGISTRY_API_URL"):
        client.read_health()
