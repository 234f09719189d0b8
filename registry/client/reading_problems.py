"""Turns refusals, as they come over HTTP, into errors of `registry.client.failures`."""

import json
from typing import Any

import httpx

from registry.client import failures
from registry.client.failures import ApiProblem, ClientError, NotTheRegistry
from registry.domain.errors import Fault

_OF_STATUS: dict[int, type[ApiProblem]] = {
    401: failures.NotAuthenticated,
    403: failures.NotAllowed,
    404: failures.Missing,
    409: failures.Conflict,
    412: failures.Stale,
    413: failures.TooLarge,
    422: failures.Invalid,
}
_PASSING = {429, 502, 503, 504}


def error_of(response: httpx.Response) -> ClientError:
    """The error that an answer with a status of 300 or more stands for."""
    problem = _problem_in(response)
    if problem is None and response.status_code not in _PASSING:
        return not_the_registry(response)
    told = problem or {}
    kind = _OF_STATUS.get(response.status_code, failures.Failed if response.is_server_error else ApiProblem)
    return kind(
        response.status_code,
        str(told.get("type", "")).rpartition("/")[2],
        str(told.get("title") or response.reason_phrase or "Refused"),
        str(told.get("detail") or "Nothing more was said; try again later."),
        [_fault_of(fault) for fault in told.get("errors") or []],
        reference=told.get("reference"),
        retry_after=_seconds(response.headers.get("retry-after")),
    )


def not_the_registry(response: httpx.Response) -> NotTheRegistry:
    """The error of an answer that cannot be read."""
    return NotTheRegistry(
        f"What answers at {response.url} is not the registry's API, or one of another version "
        f"(status {response.status_code}). Check the address, REGISTRY_API_URL."
    )


def will_pass(error: ClientError) -> bool:
    """Whether the same request may well be answered a little later.

    A 502 in the registry's own words is about an address that it was asked to open; asking again at once
    would only open it again.
    """
    if isinstance(error, ApiProblem):
        return error.status in _PASSING and error.kind in {"", "unready"}
    return isinstance(error, failures.NoAnswer)


def _problem_in(response: httpx.Response) -> dict[str, Any] | None:
    if not response.headers.get("content-type", "").startswith("application/problem+json"):
        return None
    try:
        problem = json.loads(response.content)
    except ValueError:
        return None
    return problem if isinstance(problem, dict) else None


def _fault_of(fault: dict[str, Any]) -> Fault:
    return Fault(str(fault.get("where", "")), str(fault.get("message", "")), tuple(fault.get("suggestions", ())))


def _seconds(retry_after: str | None) -> float | None:
    return float(retry_after) if retry_after is not None and retry_after.isdecimal() else None
