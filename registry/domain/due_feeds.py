"""What calendars and feed readers are told of predictions that fall due: one entry each."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class DueEntry:
    """A prediction in a calendar or feed. `day` is its due or review day; `changed_at` when that last moved."""

    id: str
    author: str
    statement: str
    criteria: str
    day: date
    due_at: datetime
    changed_at: datetime
    version: int
    link: str
