"""Errors as RFC 9457 problem details.

Nothing that a caller sent is repeated in an answer beyond what an error's own words quote, and every text
is made safe to encode, so a lone surrogate in the input cannot break the answer about it.
"""

import json
import logging
from collections.abc import Iterable
from typing import Any
from uuid import uuid4

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from sqlalchemy.exc import DataError, IntegrityError, OperationalError
from starlette.exceptions import HTTPException

from registry.api.problem_types import MALFORMED, OF_ERROR, UNEXPECTED, WRONG_METHOD, ProblemType, type_of
from registry.api.validation_faults import faults_in
from registry.domain.errors import Conflict, Fault, Invalid, Missing, RegistryError, TooLarge, Unready

MEDIA_TYPE = "application/problem+json"

_log = logging.getLogger(__name__)

_OF_STATUS = {
    400: MALFORMED,
    404: OF_ERROR[Missing],
    405: WRONG_METHOD,
    413: OF_ERROR[TooLarge],
}
_HEADERS: dict[int, dict[str, str]] = {401: {"WWW-Authenticate": "Bearer"}, 503: {"Retry-After": "5"}}


class Problem(Response):
    """An answer that says what went wrong."""

    media_type = MEDIA_TYPE


def problem_response(error: RegistryError) -> Problem:
    """The answer to an error that the registry raised on purpose."""
    return _answer(type_of(error), error.detail, error.faults)


def add_problem_handlers(app: FastAPI) -> None:
    """Let every error of the application be answered as a problem."""
    app.add_exception_handler(RegistryError, _on_registry_error)
    app.add_exception_handler(RequestValidationError, _on_invalid_request)
    app.add_exception_handler(HTTPException, _on_http_error)
    app.add_exception_handler(IntegrityError, _on_clash)
    app.add_exception_handler(DataError, _on_refused_value)
    app.add_exception_handler(OperationalError, _on_unreachable_database)
    app.add_exception_handler(Exception, _on_unexpected)


def conflict_of(problem: IntegrityError) -> Conflict:
    """What to say when the database refused a change; its own words go to the log only."""
    _log.warning("the database refused a change: %s", problem.orig)
    return Conflict("The change clashes with something already on record. Read it again, then resend.")


async def _on_registry_error(_request: Request, error: Exception) -> Response:
    return problem_response(_as(RegistryError, error))


async def _on_invalid_request(request: Request, error: Exception) -> Response:
    problem = _as(RequestValidationError, error)
    if any(fault.get("type") == "json_invalid" for fault in problem.errors()):
        position = problem.errors()[0]["loc"][-1]
        return _answer(MALFORMED, f"The body is not JSON: it cannot be read at character {position}.")
    faults = faults_in(problem.errors(), _fields_of_body(request))
    return problem_response(Invalid(_summary(faults), faults))


async def _on_http_error(request: Request, error: Exception) -> Response:
    problem = _as(HTTPException, error)
    kind = _OF_STATUS.get(problem.status_code)
    if kind is None:
        kind = ProblemType("unexpected", problem.status_code, str(problem.detail), "")
    detail = kind.advice if problem.status_code != 413 else str(problem.detail)
    if problem.status_code == 405:
        return _answer(kind, detail, headers={"Allow": _methods_at(request)})
    return _answer(kind, detail, headers=dict(problem.headers or {}))


async def _on_clash(_request: Request, error: Exception) -> Response:
    return problem_response(conflict_of(_as(IntegrityError, error)))


async def _on_refused_value(_request: Request, error: Exception) -> Response:
    _log.warning("the database refused a value: %s", _as(DataError, error).orig)
    return problem_response(Invalid("A value is outside what the registry can store or compare."))


async def _on_unreachable_database(_request: Request, error: Exception) -> Response:
    _log.error("the database did not answer", exc_info=error)
    return problem_response(Unready("The database does not answer just now. Nothing was changed; try again."))


async def _on_unexpected(request: Request, error: Exception) -> Response:
    reference = str(uuid4())
    _log.error("reference %s: %s %s failed", reference, request.method, request.url.path, exc_info=error)
    return _answer(UNEXPECTED, UNEXPECTED.advice, more={"reference": reference})


def _answer(
    kind: ProblemType,
    detail: str,
    faults: Iterable[Fault] = (),
    *,
    headers: dict[str, str] | None = None,
    more: dict[str, Any] | None = None,
) -> Problem:
    content = {
        "type": kind.address,
        "title": kind.title,
        "status": kind.status,
        "detail": _encodable(detail),
        "errors": [
            {
                "where": _encodable(fault.where),
                "message": _encodable(fault.message),
                "suggestions": [_encodable(suggestion) for suggestion in fault.suggestions],
            }
            for fault in faults
        ],
        **(more or {}),
    }
    text = json.dumps(content, ensure_ascii=False)
    return Problem(text, kind.status, {**_HEADERS.get(kind.status, {}), **(headers or {})})


def _fields_of_body(request: Request) -> list[str]:
    body = getattr(request.scope.get("route"), "body_field", None)
    fields = getattr(body and body.field_info.annotation, "model_fields", {})
    return list(fields)


def _summary(faults: list[Fault]) -> str:
    named = "; ".join(f"{fault.where}: {fault.message}" for fault in faults[:3])
    more = f"; and {len(faults) - 3} more" if len(faults) > 3 else ""
    return f"{named}{more}."


def _methods_at(request: Request) -> str:
    path = request.scope["path"]
    routes = (route for route in request.app.routes if hasattr(route, "path_regex"))
    methods = {method for route in routes if route.path_regex.match(path) for method in route.methods or ()}
    return ", ".join(sorted(methods))


def _encodable(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8")


def _as(kind: type[Any], error: Exception) -> Any:
    if not isinstance(error, kind):
        raise TypeError(f"a handler of {kind.__name__} was given {error!r}")
    return error
