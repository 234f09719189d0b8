"""What the title and the headings of an article say about time."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice

from registry.domain.extraction.clause_words import holds_phrase
from registry.domain.extraction.date_values import DateWords, DueDate

Span = tuple[int, int]
_LONGEST_HEADING = 90
_TITLE_LINES = 3
_TITLE_LENGTH = 600
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
