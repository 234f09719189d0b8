"""Writing history: one event for every change, in the transaction that makes it."""

import secrets
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session, SQLModel

from registry.actions.acting import Actor
from registry.domain.history import canonical_json, digest_of, salted_digest
from registry.storage.tables import EventRow, EventTextRow

FREE_TEXT = frozenset(
    {
        "byline", "citation", "condition", "criteria", "description", "email", "name", "note", "quote",
        "reason_given", "rejected_reason", "reported_by", "retraction_reason", "sampling_rule", "speaker",
        "statement", "title", "withdrawn_reason", "wording",
    }
)  # fmt: skip
"""Fields whose words may have to be taken down one day; they enter an event as a salted hash."""

DERIVED = frozenset({"search_text", "text"})
"""Fields that an event leaves out: the first follows from others, the second is kept by its own hash."""


def write_event(
    session: Session,
    actor: Actor,
    verb: str,
    noun: str,
    row: SQLModel,
    now: datetime,
    *,
    more: Mapping[str, Any] | None = None,
) -> EventRow:
    """Append the event that `actor` did `verb` to `row`, with the row's full new value and `more` beside it."""
    values = {**row.model_dump(mode="json", exclude=set(DERIVED)), **(more or {})}
    event = EventRow(
        at=now,
        person_id=actor.person_id,
        key_id=actor.key_id,
        verb=verb,
        noun=noun,
        noun_id=_id_of(values),
        noun_version=values.get("version") or 1,
        body="",
        digest="",
    )
    texts, body = _set_texts_apart(values, event.id)
    event.body = canonical_json(body)
    event.digest = digest_of(event.body)
    session.add(event)
    session.flush()
    session.add_all(texts)
    return event


def _set_texts_apart(values: Mapping[str, Any], event_id: UUID) -> tuple[list[EventTextRow], dict[str, Any]]:
    texts, body = [], dict(values)
    for field, value in values.items():
        if field in FREE_TEXT and isinstance(value, str):
            salt = secrets.token_hex(16)
            texts.append(EventTextRow(event_id=event_id, field=field, salt=salt, text=value))
            body[field] = {"sha256": salted_digest(salt, value)}
    return texts, body


def _id_of(values: Mapping[str, Any]) -> UUID:
    return UUID(values["id"])
