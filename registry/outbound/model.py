"""Asking a language model behind an OpenAI-compatible endpoint: hosted, Ollama, vLLM and their like.

The address is the operator's, so it may lie on this machine. One limit bounds a question with all its repeats
and pauses. Whatever fails is Unreachable, in words that follow "The model X: ".
"""

import json
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from tenacity import RetryCallState, Retrying, retry_if_exception_type, stop_after_attempt, wait_exponential

from registry.domain.errors import Blocked, Invalid, TooLarge, Unreachable
from registry.outbound.answers import Fetched, Limits
from registry.outbound.fetching import call
from registry.outbound.model_answer import ModelAnswer, read_model_answer, said_by
from registry.outbound.transport import INTERNET, Network

MOST_BYTES = 2_000_000
"""Many times what a model writes of one part of an article."""

ATTEMPTS = 3
_PATH = "/chat/completions"
_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504, 529})
_WITHOUT_SCHEMA = frozenset({400, 422})
_growing = wait_exponential(multiplier=0.5, max=8)


@dataclass(frozen=True, slots=True)
class ModelEndpoint:
    """Where a model answers and what it costs.

    `url` is the address up to `/v1`; `seconds` bounds one question with its repeats; prices are for a million
    tokens, in any currency, None where unknown.
    """

    url: str
    name: str
    key: str = field(default="", repr=False)
    seconds: float = 120.0
    input_price: float | None = None
    output_price: float | None = None


class _InPassing(Unreachable):
    """A failure that may be gone at the next attempt, `pause` seconds from now if the endpoint names them."""

    def __init__(self, detail: str, pause: float | None = None) -> None:
        super().__init__(detail)
        self.pause = pause


class _SchemaRefused(Unreachable):
    """The endpoint takes the question for malformed, perhaps because it knows no schemas."""


def ask_model(
    endpoint: ModelEndpoint,
    messages: Sequence[Mapping[str, str]],
    schema: Mapping[str, Any],
    *,
    network: Network = INTERNET,
    sleep: Callable[[float], None] = time.sleep,
    clock: Callable[[], float] = time.monotonic,
) -> ModelAnswer:
    """The model's answer to `messages`, held to the JSON `schema` where the endpoint can do that.

    What fails in passing (no connection, 408, 429, 5xx) is tried three times, after pauses that grow or that
    the endpoint names. An endpoint that refuses the schema is asked once more without it.

    Raises:
        Unreachable: no answer, one too slow or too long, an error status, or another protocol.
    """
    question = _Question(endpoint, network, sleep, clock)
    plain = {"model": endpoint.name, "messages": list(messages), "stream": False}
    form = {"type": "json_schema", "json_schema": {"name": "predictions", "strict": True, "schema": schema}}
    try:
        fetched = question.put({**plain, "temperature": 0, "response_format": form})
    except _SchemaRefused:
        fetched = question.put(plain)
    return read_model_answer(fetched.body, endpoint.input_price, endpoint.output_price)


class _Question:
    """Puts a question to an endpoint, again and again until the time is up."""

    def __init__(
        self,
        endpoint: ModelEndpoint,
        network: Network,
        sleep: Callable[[float], None],
        clock: Callable[[], float],
    ) -> None:
        self._endpoint, self._network, self._sleep, self._clock = endpoint, network, sleep, clock
        self._ends_at = clock() + endpoint.seconds
        base = endpoint.url.rstrip("/")
        self._url = base if base.endswith(_PATH) else base + _PATH

    def put(self, body: Mapping[str, Any]) -> Fetched:
        """The answer with a status from 200 to 299."""
        retrying = Retrying(
            stop=self._is_over, wait=_pause, retry=retry_if_exception_type(_InPassing), sleep=self._sleep,
            reraise=True,
        )  # fmt: skip
        return retrying(self._put_once, json.dumps(body, ensure_ascii=False).encode("utf-8", "replace"))

    def _left(self) -> float:
        return self._ends_at - self._clock()

    def _is_over(self, state: RetryCallState) -> bool:
        return stop_after_attempt(ATTEMPTS)(state) or state.upcoming_sleep >= self._left()

    def _put_once(self, content: bytes) -> Fetched:
        left = max(self._left(), 0.001)
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        if self._endpoint.key:
            headers["Authorization"] = f"Bearer {self._endpoint.key}"
        # A model thinks in silence, so the longest silence is all the time there is.
        limits = Limits(MOST_BYTES, total_seconds=left, wait_seconds=left, max_redirects=0)
        try:
            fetched = call(
                self._url, method="POST", headers=headers, content=content, limits=limits, network=self._network
            )
        except (Blocked, Invalid) as problem:
            raise Unreachable("REGISTRY_MODEL_URL is no address of the web") from problem
        except TooLarge as problem:
            raise Unreachable(f"its answer is longer than {MOST_BYTES / 1e6:g} MB") from problem
        except Unreachable as problem:
            raise self._no_answer(problem) from problem
        _complain_about(fetched, self._endpoint)
        return fetched

    def _no_answer(self, problem: Unreachable) -> Unreachable:
        if self._left() <= 0:
            return Unreachable(f"it did not answer within {self._endpoint.seconds:g} seconds")
        cause = problem.__cause__
        return _InPassing(f"it cannot be reached, or broke off ({cause or problem.detail})")


def _complain_about(fetched: Fetched, endpoint: ModelEndpoint) -> None:
    status = fetched.status
    if 200 <= status <= 299:
        return
    said = said_by(fetched.body)
    if endpoint.key:
        said = said.replace(endpoint.key, "…")
    answer = f"it answers {status}" + (f" ({said})" if said else "")
    if status in _PASSING:
        raise _InPassing(answer, _named(fetched.retry_after))
    if status in _WITHOUT_SCHEMA:
        raise _SchemaRefused(answer)
    if status in (401, 403):
        raise Unreachable(f"{answer}; check REGISTRY_MODEL_KEY")
    raise Unreachable(f"{answer}; check REGISTRY_MODEL_URL and REGISTRY_MODEL_NAME")


def _named(retry_after: str | None) -> float | None:
    # The other form, a date, would be measured by a clock that may differ; then the pauses simply grow.
    text = (retry_after or "").strip()
    return float(text) if text.isascii() and text.isdecimal() and len(text) < 10 else None


def _pause(state: RetryCallState) -> float:
    problem = state.outcome.exception() if state.outcome is not None else None
    named = problem.pause if isinstance(problem, _InPassing) else None
    return _growing(state) if named is None else named
