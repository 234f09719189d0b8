"""What the title and the headings of an article say about time."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice

from registry.domain.extraction.clause_words import holds_phrase
from registry.domain.extraction.date_values import DateWords, DueDate

Span = tuple[int, int]
_LONGEST_HEADING = 90
_TITLE_LINES = 3
_TITLE_LENGTH = 600
_LEAD_LENGTH = 300
_EVE = timedelta(days=2)
_MOST_DAYS_AHEAD = 2
_LIMITS = ("by", "before", "within")
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_YEAR = re.compile(r"\b(?:19|20|21)\d{2}\b")


def headings_of(text: str) -> Iterator[Span]:
    """Short lines [start, end) that ask a question or stand in capitals."""
    for match in _LINE.finditer(text):
        title = match.group().strip()
        if len(title) <= _LONGEST_HEADING and (title.endswith("?") or title.isupper()):
            yield match.span()


def date_of_title(text: str, said_on: date | None, words: DateWords) -> DueDate | None:
    """The year in a title that announces predictions ("Predictions for 2027", "Ausblick 2027")."""
    for line in islice(_LINE.finditer(text[:_TITLE_LENGTH]), _TITLE_LINES):
        year = _YEAR.search(line.group())
        # The year may stand inside the phrase: "What 2027 will bring".
        title = line.group().replace(year.group(), "") if year else ""
        if year is None or len(line.group()) > _LONGEST_HEADING or not holds_phrase(title, words.previews):
            continue
        last = date(int(year.group()), 12, 31)
        if said_on is not None and said_on <= last:
            start, end = line.start() + year.start(), line.start() + year.end()
            first = date(last.year, 1, 1)
            return DueDate(first, last, "year", start, end, year.group(), "year+title", "deadline", True)
    return None


def date_of_eve(text: str, usable: Sequence[DueDate], said_on: date | None) -> DueDate | None:
    """The day that a text stands on the eve of: its lead names that day, and hardly another one to come.

    `usable` are the dates that can be deadlines, in the order of the text. A text of a few lines has no lead.
    """
    if said_on is None or len(text) < 2 * _LEAD_LENGTH:
        return None
    days = [due for due in usable if due.precision in ("day", "weekend") and due.due_on and due.due_on > said_on]
    named = [due for due in days if due.start < _LEAD_LENGTH and due.frame not in _LIMITS]
    near = [due for due in named if due.due_on and due.due_on - said_on <= _EVE]
    one = len({due.due_on for due in near}) == 1 and len({due.due_on for due in days}) <= _MOST_DAYS_AHEAD
    return replace(near[0], rule=f"{near[0].rule}+eve", inferred=True) if one else None
