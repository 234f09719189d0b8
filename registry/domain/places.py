"""The place of a claim as other registries can read it: an address, or words; ids of articles do not travel."""

from collections.abc import Sequence
from typing import NamedTuple


class Place(NamedTuple):
    """Where a claim was made: an address at which it can be read, or the place in words."""

    address: str | None
    source: str | None


NOWHERE = Place(None, None)


def places_of(address: str | None, source: str | None, addresses: Sequence[str], sha256: str | None) -> list[Place]:
    """Every way to name the place of a mention, the one to hand on first; `NOWHERE` where it names none.

    A mention that names no place itself stands at each of its article's `addresses`, and in the text with that
    SHA-256. So the place is the same one for whoever knows the article by its address or by its words alone.
    """
    if address is not None or source is not None:
        return [Place(address, source)]
    known = [Place(one, None) for one in addresses]
    return [*known, Place(None, f"sha256:{sha256}")] if sha256 is not None else (known or [NOWHERE])
