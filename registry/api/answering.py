"""A handler in one transaction: run, its answer written, committed, all in one worker thread.

FastAPI runs the end of a dependency after the answer is sent, where a failing commit would come too late.
So the handler itself is wrapped, and what it returns is turned into bytes here, once, by the type that it
declares: fields that this type does not have never leave the registry.
"""

import functools
import inspect
from collections.abc import Callable
from typing import Any

from fastapi import Request, Response
from pydantic import TypeAdapter
from sqlalchemy.exc import IntegrityError

from registry.api.idempotency import Repeatable
from registry.api.preconditions import etag_of
from registry.api.work import UnitOfWork
from registry.domain.errors import RegistryError

_REQUEST = "request_in_hand"


def in_one_transaction(handler: Callable[..., Any], status: int) -> Callable[..., Response]:
    """The handler as FastAPI is to call it: the same parameters and the request, and a finished answer."""
    signature = inspect.signature(handler)
    written_as = _type_of_answer(signature.return_annotation)

    @functools.wraps(handler)
    def run(**values: Any) -> Response:
        request: Request = values.pop(_REQUEST)
        work: UnitOfWork = request.state.work
        repeatable: Repeatable | None = request.state.repeatable
        call = functools.partial(_answer, functools.partial(handler, **values), work, written_as, status)
        with work.session:
            if request.state.admit is not None:
                request.state.admit()
            return _commit(work, call()) if repeatable is None else _once(work, repeatable, call)

    parameter = inspect.Parameter(_REQUEST, inspect.Parameter.KEYWORD_ONLY, annotation=Request)
    parameters = [*signature.parameters.values(), parameter]
    run.__signature__ = signature.replace(parameters=parameters)  # type: ignore[attr-defined]
    return run


def _type_of_answer(annotation: Any) -> TypeAdapter[Any] | None:
    is_response = inspect.isclass(annotation) and issubclass(annotation, Response)
    return None if annotation is None or is_response else TypeAdapter(annotation)


def _answer(call: Callable[[], Any], work: UnitOfWork, written_as: TypeAdapter[Any] | None, status: int) -> Response:
    result = call()
    if isinstance(result, Response):
        return result
    if written_as is None:
        return Response(status_code=work.status or status, headers=work.headers)
    headers = work.headers
    version = getattr(result, "version", None)
    if isinstance(version, int):
        headers = {"ETag": etag_of(version), **headers}
    body = written_as.dump_json(result)
    return Response(body, work.status or status, headers, media_type="application/json")


def _commit(work: UnitOfWork, answer: Response) -> Response:
    if work.kept:
        work.session.commit()
    return answer


def _once(work: UnitOfWork, repeatable: Repeatable, call: Callable[[], Response]) -> Response:
    earlier = _earlier_answer(work, repeatable)
    if earlier is not None:
        return earlier
    try:
        answer = call()
        if work.kept:
            repeatable.keep(work.session, answer, work.now)
        return _commit(work, answer)
    except (RegistryError, IntegrityError):
        # The same request may have been done meanwhile, by another worker; then its answer holds.
        work.session.rollback()
        earlier = _earlier_answer(work, repeatable)
        if earlier is None:
            raise
        return earlier


def _earlier_answer(work: UnitOfWork, repeatable: Repeatable) -> Response | None:
    with work.installation.reading() as session:
        return repeatable.answer(session)
