"""A limit on request bodies, so that nobody can fill the memory.

Starlette has such a limit of its own, but answers in plain text where a handler never reads the body.
"""

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from registry.api.problems import problem_response
from registry.domain.errors import TooLarge


class BodyLimit:
    """Refuses bodies of more than `most` bytes: by what they announce, and by counting what comes."""

    def __init__(self, app: ASGIApp, most: int) -> None:
        self._app = app
        self._most = most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is within the limit."""
        if scope["type"] != "http":
            return await self._app(scope, receive, send)
        announced = Headers(scope=scope).get("content-length", "")
        if announced.isdecimal() and int(announced[:20]) > self._most:
            return await problem_response(TooLarge(self._advice))(scope, receive, send)
        return await self._app(scope, self._counted(receive), send)

    def _counted(self, receive: Receive) -> Receive:
        taken = 0

        async def receive_within_limit() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > self._most:
                raise HTTPException(413, self._advice)
            return message

        return receive_within_limit

    @property
    def _advice(self) -> str:
        return f"A request may hold {self._most:,} bytes at most. Send it in parts, or raise REGISTRY_MAX_BODY_BYTES."
