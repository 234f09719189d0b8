"""The boards asked for last, kept for as long as nothing in the registry changes.

A board of many authors takes long to compute, and many ask for the same. What is kept is never stale:
each question first reads how many events there are, and every change appends one.
"""

from collections import OrderedDict
from datetime import datetime
from threading import Lock

from sqlmodel import Session

from registry.schemas.leaderboards import LeaderboardFilter
from registry.storage.leaderboards import Standings, revision, standings

MOST = 8
"""Boards kept; one of 10,000 authors takes about 15 MB."""


class RecentStandings:
    """Boards by what was asked, each with the revision that it was computed at."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._kept: OrderedDict[str, tuple[int, Standings]] = OrderedDict()

    def of(self, session: Session, wanted: LeaderboardFilter, as_of: datetime, now: datetime) -> Standings:
        """The board, computed if there is none of this revision. Raises as `standings` does."""
        asked = wanted.model_dump_json(exclude={"limit", "offset"})
        # Read before the board itself, so that a change in between makes it too old, never too new.
        present = revision(session)
        with self._lock:
            kept = self._kept.get(asked)
        if kept is not None and kept[0] == present:
            return kept[1]
        found = standings(session, wanted, as_of=as_of, now=now)
        with self._lock:
            self._kept[asked] = (present, found)
            self._kept.move_to_end(asked)
            while len(self._kept) > MOST:
                self._kept.popitem(last=False)
        return found
