"""Keys: `fr_<8 characters>_<32 random bytes in base 62>`.

A key is found by its eight characters, which are no secret, and proved by the SHA-256 of the whole. Its 256
random bits cannot be guessed, so a slow password hash would only cost time on every request.
"""

import hashlib
import hmac
import re
from dataclasses import dataclass

RANDOM_BYTES = 38
"""How many random bytes `make_key` takes: 6 for the prefix, 32 for the secret part."""

_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_FORM = re.compile(r"fr_([0-9A-Za-z]{8})_[0-9A-Za-z]{43}")


@dataclass(frozen=True, slots=True)
class MadeKey:
    """A new key: the secret to hand out, and the two parts that are kept."""

    secret: str
    prefix: str
    digest: str


def make_key(random: bytes) -> MadeKey:
    """The key that follows from `RANDOM_BYTES` random bytes.

    Raises ValueError for any other number of them.
    """
    if len(random) != RANDOM_BYTES:
        raise ValueError(f"a key is made of {RANDOM_BYTES} random bytes, not of {len(random)}")
    prefix = _base62(random[:6], 8)
    secret = f"fr_{prefix}_{_base62(random[6:], 43)}"
    return MadeKey(secret, prefix, digest_of_key(secret))


def prefix_of(secret: str) -> str | None:
    """The eight characters by which a key is found; None for what has not the form of a key."""
    match = _FORM.fullmatch(secret)
    return match[1] if match else None


def digest_of_key(secret: str) -> str:
    """SHA-256 of a key, 64 hexadecimal digits."""
    return hashlib.sha256(secret.encode("ascii")).hexdigest()


def is_key(secret: str, digest: str) -> bool:
    """Whether `secret` is the key with this digest; takes as long for a near miss as for a far one."""
    return hmac.compare_digest(digest_of_key(secret), digest)


def _base62(data: bytes, length: int) -> str:
    number, digits = int.from_bytes(data), []
    for _ in range(length):
        number, digit = divmod(number, 62)
        digits.append(_ALPHABET[digit])
    return "".join(reversed(digits))
