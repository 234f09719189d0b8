"""Versions of what is stored, against changes that cross each other."""

from typing import Protocol

from registry.domain.errors import Stale


class Versioned(Protocol):
    """A row that counts its changes."""

    version: int


def check_version(row: Versioned, if_version: int | None, noun: str) -> None:
    """Raise Stale unless `row` is at `if_version`; None means that the caller does not mind."""
    if if_version is not None and row.version != if_version:
        raise Stale(
            f"This {noun} was changed since you read it: it is at version {row.version}, you read "
            f"{if_version}. Read it again, compare, and send your change with the new version."
        )
