"""Writing history: one event for every change, in the transaction that makes it."""

import secrets
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import insert
from sqlmodel import Session, SQLModel

from registry.actions.acting import Actor
from registry.domain.history import SALT_BYTES, canonical_json, digest, text_digest
from registry.storage.tables import EventRow, EventTextRow
from registry.storage.tables.registered import new_id

FREE_TEXT = frozenset(
    {
        "aliases", "byline", "citation", "condition", "criteria", "description", "email", "name", "note",
        "quote", "reason_given", "rejected_reason", "reported_by", "retraction_reason", "sampling_rule",
        "speaker", "statement", "subject", "title", "withdrawn_reason", "wording",
    }
)  # fmt: skip
"""Fields whose words may have to be taken down one day; they enter an event as a salted hash."""

DERIVED = frozenset({"peer_key", "remind_at", "search_text", "secret", "text"})
"""Fields that an event leaves out: they follow from others, have a hash of their own, or are secret."""

_LEFT_OUT = set(DERIVED)
# Tables, not classes: history is only ever added to, and a session need not keep what it added.
_ADD_EVENTS = insert(EventRow.__table__)  # type: ignore[attr-defined]
_ADD_TEXTS = insert(EventTextRow.__table__)  # type: ignore[attr-defined]


def write_event(
    session: Session,
    actor: Actor,
    verb: str,
    noun: str,
    row: SQLModel,
    now: datetime,
    *,
    more: Mapping[str, Any] | None = None,
) -> None:
    """Append the event that `actor` did `verb` to `row`: its full new value, and `more` beside it."""
    write_events(session, actor, verb, noun, [(row, more or {})], now)


def write_events(
    session: Session,
    actor: Actor,
    verb: str,
    noun: str,
    changed: Sequence[tuple[SQLModel, Mapping[str, Any]]],
    now: datetime,
) -> None:
    """Append one event for each changed row; the same as `write_event` for each, in fewer statements."""
    made = [event_values(actor, verb, noun, _full_value(row, more), now) for row, more in changed]
    if not made:
        return
    session.flush()  # the rows that the events tell of come first
    session.execute(_ADD_EVENTS, [event for event, _ in made])
    texts = [text for _, of_one in made for text in of_one]
    if texts:
        session.execute(_ADD_TEXTS, texts)


def _full_value(row: SQLModel, more: Mapping[str, Any]) -> dict[str, Any]:
    # A row that was read holds plain strings for words of closed lists; they are written the same.
    return {**row.model_dump(mode="json", exclude=_LEFT_OUT, warnings=False), **more}


def event_values(
    actor: Actor, verb: str, noun: str, values: Mapping[str, Any], now: datetime
) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The columns of an event, and of its free texts; `values` is the noun's full new value as JSON."""
    event_id = new_id()
    texts, body = _set_texts_apart(values, event_id)
    text = canonical_json(body)
    event = {
        "id": event_id,
        "at": now,
        "person_id": actor.person_id,
        "key_id": actor.key_id,
        "verb": verb,
        "noun": noun,
        "noun_id": UUID(values["id"]),
        "noun_version": values.get("version") or 1,
        "body": text,
        "digest": digest(text),
    }
    return event, texts


def _set_texts_apart(values: Mapping[str, Any], event_id: UUID) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    texts, body = [], dict(values)
    for field, value in values.items():
        if field in FREE_TEXT and isinstance(value, str):
            salt = secrets.token_bytes(SALT_BYTES)
            texts.append({"event_id": event_id, "field": field, "salt": salt.hex(), "text": value})
            body[field] = {"sha256": text_digest(salt, value)}
    return texts, body
