"""One request and its answer: written, sent, sent again where that is safe, and read."""

import functools
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

import httpx
from pydantic import TypeAdapter, ValidationError
from tenacity import RetryCallState, Retrying, stop_after_attempt, wait_exponential

from registry.client.bodies import Body, content_of, plain
from registry.client.failures import ApiProblem, ClientError, NoAnswer, Slow
from registry.client.reading_problems import error_of, not_the_registry, will_pass
from registry.schemas.pages import Page

Answer = TypeVar("Answer")
Item = TypeVar("Item")

PREFIX = "/api/v1"
LONGEST_PAUSE = 30.0

_growing = wait_exponential(multiplier=0.25, max=4)


class Exchange:
    """Sends requests over an HTTP client and reads the answers.

    A request that failed in passing (no connection, 429, 502, 503, 504) is sent again after growing pauses,
    `attempts` times in all, where that cannot do anything twice: GET, POST (under an `Idempotency-Key` that
    `new_key` makes), and whatever certainly never arrived.
    """

    def __init__(
        self,
        http: httpx.Client,
        headers: Mapping[str, str],
        *,
        attempts: int,
        sleep: Callable[[float], None],
        new_key: Callable[[], str],
    ) -> None:
        self._http = http
        self._headers = dict(headers)
        self._attempts = attempts
        self._sleep = sleep
        self._new_key = new_key

    def _read(self, kind: type[Answer], path: str, params: Body | None = None, /, **more: Any) -> Answer:
        """What stands at a path, narrowed by parameters; those that are None are not sent."""
        asked = {name: value for name, value in {**plain(params or {}), **more}.items() if value is not None}
        answer: Answer = self._exchange(kind, "GET", path, params=asked)
        return answer

    def _write(
        self,
        kind: type[Answer],
        method: str,
        path: str,
        body: Body | list[Any] | None = None,
        *,
        if_version: int | None = None,
        idempotency_key: str | None = None,
        params: Mapping[str, Any] | None = None,
        file: tuple[str, bytes] | None = None,
        timeout: float | None = None,
    ) -> Answer:
        """Send a change: JSON, or a form where a `file` (name and content) goes with it.

        `timeout` in seconds where it takes longer than others.
        """
        headers = {}
        if method == "POST":
            headers["Idempotency-Key"] = idempotency_key or self._new_key()
        if if_version is not None:
            headers["If-Match"] = f'"{if_version}"'
        options: dict[str, Any] = {"params": params, "headers": headers, **content_of(body, file)}
        if timeout is not None:
            options["timeout"] = timeout
        answer: Answer = self._exchange(kind, method, path, **options)
        return answer

    def _pages(self, read: Callable[[str | None], Page[Item]]) -> Iterator[Item]:
        """Every item of a list, page by page, each page read when it is needed."""
        cursor = None
        while True:
            page = read(cursor)
            yield from page.items
            cursor = page.next_cursor
            if cursor is None:
                return

    def _exchange(self, kind: Any, method: str, path: str, **options: Any) -> Any:
        headers = {**self._headers, **options.pop("headers", {})}
        request = self._http.build_request(method, PREFIX + path, headers=headers, **options)
        retrying = Retrying(
            stop=stop_after_attempt(self._attempts), wait=_pause, retry=_may_be_repeated(request),
            sleep=self._sleep, reraise=True,
        )  # fmt: skip
        response = retrying(self._send, request)
        if kind is bytes:
            return response.content
        try:
            return _adapter(kind).validate_json(response.content)
        except ValidationError as problem:
            raise not_the_registry(response) from problem

    def _send(self, request: httpx.Request) -> httpx.Response:
        where = f"{request.url.scheme}://{request.url.netloc.decode('ascii')}"
        try:
            response = self._http.send(request)
        except (httpx.ConnectError, httpx.ConnectTimeout) as problem:
            detail = f"Nothing answers at {where}. Start the registry, or set REGISTRY_API_URL."
            raise NoAnswer(detail, sent=False) from problem
        except httpx.TimeoutException as problem:
            raise Slow(f"{where} did not answer in time. Try again in a moment.", sent=True) from problem
        except httpx.TransportError as problem:
            raise NoAnswer(f"The connection to {where} was lost. Try again.", sent=True) from problem
        if not response.is_success:
            raise error_of(response)
        return response


@functools.cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def _may_be_repeated(request: httpx.Request) -> Callable[[RetryCallState], bool]:
    safe = request.method == "GET" or "Idempotency-Key" in request.headers

    def decide(state: RetryCallState) -> bool:
        error = state.outcome.exception() if state.outcome else None
        never_arrived = isinstance(error, NoAnswer) and not error.sent
        return isinstance(error, ClientError) and will_pass(error) and (safe or never_arrived)

    return decide


def _pause(state: RetryCallState) -> float:
    error = state.outcome.exception() if state.outcome else None
    asked = error.retry_after if isinstance(error, ApiProblem) else None
    return min(max(_growing(state), asked or 0.0), LONGEST_PAUSE)
