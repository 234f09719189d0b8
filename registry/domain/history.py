"""Hashes by which history can be checked, long after it was written."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any


def canonical_json(body: Mapping[str, Any]) -> str:
    """The one JSON text of a value: keys sorted, no spaces, characters as they are, no NaN or infinity.

    Raises ValueError for numbers that JSON does not have.
    """
    return json.dumps(body, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def digest_of(body: str) -> str:
    """SHA-256 of a text in UTF-8, 64 hexadecimal digits."""
    return hashlib.sha256(body.encode("utf-8")).hexdigest()


def salted_digest(salt: str, text: str) -> str:
    """SHA-256(salt ‖ text), so that words that were taken down cannot be guessed from their hash.

    `salt` is 16 random bytes as 32 hexadecimal digits; its bytes are hashed, not its digits.
    """
    return hashlib.sha256(bytes.fromhex(salt) + text.encode("utf-8")).hexdigest()
