"""Answers kept for requests that may be sent again."""

import json
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from registry.storage.tables import IdempotencyRecordRow


@dataclass(frozen=True, slots=True)
class KeptAnswer:
    """What a request was answered, and the digest of that request."""

    request_digest: str
    status: int
    headers: dict[str, str]
    body: str


def find_answer(session: Session, person_id: UUID, key: str) -> KeptAnswer | None:
    """The answer that this person's request with this key got, if it was done."""
    row = session.exec(
        select(IdempotencyRecordRow).where(
            col(IdempotencyRecordRow.person_id) == person_id, col(IdempotencyRecordRow.key) == key
        )
    ).first()
    if row is None:
        return None
    return KeptAnswer(row.request_digest, row.status, json.loads(row.headers), row.body)


def keep_answer(session: Session, person_id: UUID, key: str, answer: KeptAnswer, now: datetime) -> None:
    """Keep an answer in the transaction that it reports on.

    IntegrityError where another request was first.
    """
    session.add(
        IdempotencyRecordRow(
            person_id=person_id,
            key=key,
            request_digest=answer.request_digest,
            status=answer.status,
            headers=json.dumps(answer.headers),
            body=answer.body,
            created_at=now,
        )
    )
    session.flush()
