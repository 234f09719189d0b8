"""`Idempotency-Key`: a POST that is sent twice is done once.

The answer is kept in the transaction that it reports on, so there is never one without the other. As the
IETF draft (draft-ietf-httpapi-idempotency-key-header) asks, the same key with another request is refused
with 422. Only what was done is kept: a refused request may be mended and sent again under its key.

An answer marked `Cache-Control: no-store` holds a secret, which is never kept; its repetition is told so.
"""

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from fastapi import Request, Response
from sqlmodel import Session

from registry.api.problems import problem_response
from registry.domain.errors import Conflict, Fault, Invalid
from registry.storage.idempotency import KeptAnswer, find_answer, keep_answer

HEADER = "Idempotency-Key"
FORM = "^[!-~]{1,255}$"

_KEPT_HEADERS = ("content-type", "etag", "location")
_SECRET = Conflict(
    "This was done already. Its answer held a secret, which is not kept: revoke that key and make another."
)


@dataclass(frozen=True, slots=True)
class Repeatable:
    """A request that may come again: whose it is, under which key, and its digest."""

    person_id: UUID
    key: str
    digest: str

    def answer(self, session: Session) -> Response | None:
        """The answer that was given before, if any. Raises Invalid where it was to another request."""
        kept = find_answer(session, self.person_id, self.key)
        if kept is None:
            return None
        if kept.request_digest != self.digest:
            message = "was used before with another request; take a new key for each new request"
            raise Invalid(f"{HEADER} {message}.", [Fault(HEADER, message)])
        return Response(kept.body, kept.status, {**kept.headers, "Idempotency-Replayed": "true"})

    def keep(self, session: Session, answer: Response, now: datetime) -> None:
        """Keep the answer beside what was done. IntegrityError where the same request was first elsewhere."""
        given = problem_response(_SECRET) if answer.headers.get("cache-control") == "no-store" else answer
        headers = {name: given.headers[name] for name in _KEPT_HEADERS if name in given.headers}
        text = bytes(given.body).decode("utf-8")
        kept = KeptAnswer(self.digest, given.status_code, headers, text)
        keep_answer(session, self.person_id, self.key, kept, now)


async def repeatable(request: Request, person_id: UUID | None) -> Repeatable | None:
    """What a POST with an `Idempotency-Key` is known by; None for every other request. Raises Invalid."""
    key = request.headers.get(HEADER)
    if key is None or request.method != "POST" or person_id is None:
        return None
    if not re.fullmatch(FORM, key):
        message = "must be 1 to 255 visible ASCII characters, such as a UUID"
        raise Invalid(f"{HEADER} {message}.", [Fault(HEADER, message)])
    return Repeatable(person_id, key, _digest(request, await request.body()))


def _digest(request: Request, body: bytes) -> str:
    hashed = hashlib.sha256()
    for part in (
        request.method.encode(),
        request.scope["path"].encode(),
        request.scope["query_string"],
        body,
    ):
        hashed.update(hashlib.sha256(part).digest())
    return hashed.hexdigest()
