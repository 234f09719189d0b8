"""Events of imported rows: the same text as `writing_events` writes, made in a fraction of the time."""

import secrets
from collections.abc import Callable, Mapping
from functools import lru_cache
from hashlib import sha256
from operator import itemgetter
from typing import Any

from pydantic_core import to_json

from registry.actions.writing_events import DERIVED, FREE_TEXT
from registry.domain.history import SALT_BYTES, canonical_json, text_digest
from registry.storage.tables.registered import new_written_id

SMALLEST_PLAIN = 1e-4
"""Below this the two writers of JSON put an exponent differently."""

Values = dict[str, Any]


def event_of(told: Mapping[str, Any], noun: str, row: Mapping[str, Any]) -> tuple[Values, list[Values]]:
    """The columns of an event that tells of `row`, and of its free texts.

    `row` holds values of JSON; `told` are the columns that do not depend on it: who did what, and when.
    """
    event_id = new_written_id()
    texts: list[Values] = []
    fields, values_of, free = _fields(tuple(row))
    body = dict(zip(fields, values_of(row), strict=True))
    for field in free:
        words = body[field]
        if isinstance(words, str):
            salt = secrets.token_bytes(SALT_BYTES)
            texts.append({"event_id": event_id, "field": field, "salt": salt.hex(), "text": words})
            body[field] = {"sha256": text_digest(salt, words)}
    written = to_json(body) if _is_plain(body) else canonical_json(body).encode()
    event = {
        "id": event_id,
        "position": None,
        **told,
        "noun": noun,
        "noun_id": row["id"],
        "noun_version": row.get("version") or 1,
        "body": written.decode(),
        "digest": sha256(written).hexdigest(),
    }
    return event, texts


@lru_cache(maxsize=64)
def _fields(names: tuple[str, ...]) -> tuple[tuple[str, ...], Callable[[Mapping[str, Any]], Any], tuple[str, ...]]:
    """What a body holds of a row with these fields, in its order, what reads that, and which of it is free text."""
    # Sorted here, since the quick writer of JSON keeps the order it is given.
    kept = tuple(sorted(name for name in names if name not in DERIVED))
    return kept, itemgetter(*kept), tuple(name for name in kept if name in FREE_TEXT)


def _is_plain(body: Mapping[str, Any]) -> bool:
    floats = [value for value in body.values() if value.__class__ is float]
    return not floats or (min(floats) >= SMALLEST_PLAIN and max(floats) < 1)
