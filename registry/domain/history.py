"""Fingerprints of what happened: the canonical text of an event's body, and hashes that anyone can redo.

An event keeps `digest` = SHA-256 of its body. Free text enters the body only as SHA-256(salt ‖ text);
salt and text stand beside it, so that a takedown can remove the words while the hash, and with it the
history, still holds. Without the salt nobody can find the words by trying.
"""

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from enum import Enum
from uuid import UUID

from registry.domain.errors import Invalid

SALT_BYTES = 16
"""Least length of a salt: too long for trying them all."""


def canonical_json(value: object) -> str:
    """The one text of a value: keys sorted by code point, no white space, characters as they are.

    Takes None, booleans, whole numbers, finite floats (written in the shortest form that reads back the
    same), strings, lists, tuples, mappings with string keys, dates, instants with a zone (written in UTC
    with `Z`), UUIDs and enumerations (by their value). Strings are kept exactly as they are and not
    normalised: a quote is evidence, and two spellings of it are two quotes. Invalid for anything else,
    including NaN, infinities, lone surrogates and instants without a zone.
    """
    try:
        text = json.dumps(_plain(value), sort_keys=True, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
        text.encode("utf-8")
    except ValueError as problem:
        raise Invalid(f"This cannot be written into the history: {problem}") from problem
    return text


def digest(body: str) -> str:
    """SHA-256 of a body in UTF-8, as 64 lower-case hexadecimal digits."""
    return hashlib.sha256(body.encode("utf-8")).hexdigest()


def text_digest(salt: bytes, text: str) -> str:
    """SHA-256(salt ‖ text in UTF-8), as 64 lower-case hexadecimal digits.

    Invalid for a salt of fewer than 16 bytes, or text that holds half of a surrogate pair.
    """
    if len(salt) < SALT_BYTES:
        raise Invalid(f"A salt of {len(salt)} bytes hides nothing; draw at least {SALT_BYTES} random bytes.")
    try:
        return hashlib.sha256(salt + text.encode("utf-8")).hexdigest()
    except UnicodeEncodeError as problem:
        raise Invalid("This text holds half of a surrogate pair; send valid Unicode.") from problem


def _plain(value: object) -> object:
    """The value in the types of JSON."""
    match value:
        case Mapping():
            return {_key(key): _plain(inner) for key, inner in value.items()}
        case list() | tuple():
            return [_plain(inner) for inner in value]
        case Enum():
            return _plain(value.value)
        case _:
            return _plain_scalar(value)


def _plain_scalar(value: object) -> object:
    match value:
        case float() if value.is_integer():
            return int(value)
        case None | bool() | int() | float() | str():
            return value
        case datetime():
            return _instant(value)
        case date():
            return value.isoformat()
        case UUID():
            return str(value)
        case _:
            raise ValueError(f"{type(value).__name__} has no canonical form")


def _instant(value: datetime) -> str:
    if value.tzinfo is None:
        raise ValueError("an instant without a time zone means something else on each machine")
    return value.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def _key(key: object) -> str:
    if not isinstance(key, str):
        raise ValueError(f"the key {key!r} is no text")
    return key
