"""Putting history in order.

Events are written by many at once, and the order in which they are committed is not that of their ids. So
positions are given afterwards, by one sealer: whoever reads on from a position misses none.
"""

from sqlmodel import Session

from registry.storage.events import seal_next


def assign_positions(session: Session, *, limit: int) -> int:
    """Give committed events without a position the next ones, the oldest first; how many, `limit` at most."""
    return seal_next(session, limit)
