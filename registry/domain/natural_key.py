"""What makes two entries of a prediction the same entry."""

import hashlib
import unicodedata
from datetime import date


def by_ref(person: str, ref: str) -> str:
    """The key of an entry that its person named by an id of their own."""
    return _hash("ref", person, ref)


def by_content(author: str, statement: str, made_on: date, due_on: date | None, source: str | None) -> str:
    """The key of an entry without such an id: the same words by the same author on the same days and place.

    The statement counts in Unicode NFC with white space folded.
    """
    words = " ".join(unicodedata.normalize("NFC", statement).split())
    return _hash("content", author, words, made_on.isoformat(), due_on.isoformat() if due_on else "", source or "")


def _hash(*parts: str) -> str:
    framed = "".join(f"{len(part)}:{part}" for part in parts)
    return hashlib.sha256(framed.encode("utf-8")).hexdigest()
