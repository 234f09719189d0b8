"""Answers that take long to compute, kept for as long as they would come out the same.

What is kept is never stale: every change appends an event, so the number of events (the revision) tells whether
anything changed, and an answer that time alone will change says until when it holds.
"""

from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime
from threading import Lock
from typing import Generic, TypeVar

Answer = TypeVar("Answer")

MOST = 256


@dataclass(frozen=True, slots=True)
class _Kept(Generic[Answer]):
    revision: int
    until: datetime | None
    answer: Answer


class RecentAnswers(Generic[Answer]):
    """The answers given last, by what was asked."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._lock = Lock()
        self._kept: OrderedDict[str, _Kept[Answer]] = OrderedDict()

    def find(self, asked: str, revision: int, now: datetime) -> Answer | None:
        """The answer to the same question at the same revision, unless its time is over."""
        with self._lock:
            kept = self._kept.get(asked)
        if kept is None or kept.revision != revision or (kept.until is not None and now >= kept.until):
            return None
        return kept.answer

    def keep(self, asked: str, revision: int, until: datetime | None, answer: Answer) -> Answer:
        """Keep an answer that was computed after that revision was read; `until` None means for good."""
        with self._lock:
            self._kept[asked] = _Kept(revision, until, answer)
            self._kept.move_to_end(asked)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return answer
