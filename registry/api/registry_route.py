"""The way of every request: who asks, whether they may, then the handler in one transaction."""

import functools
import inspect
from collections.abc import Callable, Coroutine, Sequence
from typing import Any

import anyio
from fastapi import APIRouter, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from starlette.concurrency import run_in_threadpool

from registry.api.access import ROLE_NEEDED, authorise
from registry.api.answering import in_one_transaction
from registry.api.authentication import ANONYMOUS, authenticate
from registry.api.idempotency import repeatable
from registry.api.installation import Installation
from registry.api.query_names import UnknownQuery, names_asked, refuse_unknown
from registry.api.work import UnitOfWork
from registry.domain.errors import Fault, Invalid
from registry.domain.vocabulary import Role

PREFIX = "/api/v1"

Handle = Callable[[Request], Coroutine[Any, Any, Response]]


class RegistryRoute(APIRoute):
    """A route below `/api/v1`.

    Its handler is a plain function that returns a schema, or a response of its own.
    """

    def __init__(self, path: str, endpoint: Callable[..., Any], **options: Any) -> None:
        if inspect.iscoroutinefunction(endpoint):
            raise TypeError(f"{endpoint.__name__}: handlers are plain functions, since they wait for the database")
        super().__init__(path, in_one_transaction(endpoint, options.get("status_code") or 200), **options)

    @property
    def place(self) -> tuple[str, str]:
        """Method and path, as they stand in the table of roles."""
        return next(iter(self.methods or ())), self.path.removeprefix(PREFIX)

    def get_route_handler(self) -> Handle:
        """FastAPI's own handler, entered only by those who may."""
        handle = super().get_route_handler()
        place = self.place
        known = names_asked(self)

        async def handle_in_order(request: Request) -> Response:
            work = request.state.work = _begin(request)
            admit = request.state.admit = functools.partial(_admit, request, work, ROLE_NEEDED[place])
            try:
                _refuse_nul(request)
                if request.method == "GET":
                    return await _answer_reader(handle, request, admit, known)
                await run_in_threadpool(admit)
                request.state.admit = None
                refuse_unknown(request, known)
                request.state.repeatable = await repeatable(request, work.actor.person_id)
                return await handle(request)
            finally:
                if work.session.in_transaction():
                    with anyio.CancelScope(shield=True):
                        await run_in_threadpool(work.session.close)

        return handle_in_order


def registry_router(tag: str) -> APIRouter:
    """A router for the routes of one noun; `registry.api.app` lists it."""
    return APIRouter(
        prefix=PREFIX,
        route_class=RegistryRoute,
        tags=[tag],
        generate_unique_id_function=lambda route: route.name,
    )


async def _answer_reader(handle: Handle, request: Request, admit: Callable[[], None], known: Sequence[str]) -> Response:
    # Without a body there is nothing to read before it is known who asks, so the handler's own thread finds that
    # out: one change of threads less. Only who may ask learns what is wrong with the question.
    request.state.repeatable = None
    try:
        refuse_unknown(request, known)
        return await handle(request)
    except (RequestValidationError, UnknownQuery):
        await run_in_threadpool(admit)
        raise


def _begin(request: Request) -> UnitOfWork:
    installation: Installation = request.app.state.installation
    writes = request.method != "GET"
    session = installation.writing() if writes else installation.reading()
    return UnitOfWork(installation, installation.clock(), ANONYMOUS, session, kept=writes)


def _refuse_nul(request: Request) -> None:
    if b"%00" in request.scope["query_string"] or "\x00" in request.scope["path"]:
        message = "holds U+0000, which no database keeps; remove it"
        raise Invalid(f"The address {message}.", [Fault("address", message)])


def _admit(request: Request, work: UnitOfWork, needed: Role | None) -> None:
    if needed is None:
        return
    installation = work.installation
    if request.method != "GET":
        # With a session of its own: the one that writes must not begin before the handler needs it.
        with installation.reading() as session:
            work.actor = authenticate(session, request.headers)
    elif "authorization" in request.headers or not installation.settings.public_read:
        work.actor = authenticate(work.session, request.headers)
    authorise(work.actor, needed)
