"""What the title and the headings of an article say about time."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice

from registry.domain.extraction.clause_words import holds_phrase, words_of
from registry.domain.extraction.date_values import DateWords, DueDate

Span = tuple[int, int]
_LONGEST_HEADING = 90
_TITLE_LINES = 3
_TITLE_LENGTH = 600
_LEAD_LENGTH = 300
_EVE = timedelta(days=2)
_NEAR = 80
_CLAUSE = re.compile(r"[,;:.!?\n]")
_MOST_DAYS_AHEAD = 2
_LIMITS = ("by", "before", "within")
_FEWEST_ODDS = 4
_AROUND_NEW_YEAR = (12, 1)
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_YEAR = re.compile(r"\b(?:19|20|21)\d{2}\b")


def headings_of(text: str) -> Iterator[Span]:
    """Short lines [start, end) that ask a question or stand in capitals."""
    for match in _LINE.finditer(text):
        title = match.group().strip()
        if len(title) <= _LONGEST_HEADING and (title.endswith("?") or title.isupper()):
            yield match.span()


def date_of_title(text: str, said_on: date | None, words: DateWords) -> DueDate | None:
    """The year in a title that announces predictions ("Predictions for 2027", "Ausblick 2027").

    The title of a list of odds need not say so; where it names no year, odds printed around New Year are for that year.
    """
    lists_odds = _lists_odds(text, words)
    for line in islice(_LINE.finditer(text[:_TITLE_LENGTH]), _TITLE_LINES):
        year = _YEAR.search(line.group())
        # The year may stand inside the phrase: "What 2027 will bring".
        title = line.group().replace(year.group(), "") if year else ""
        if year is None or len(line.group()) > _LONGEST_HEADING:
            continue
        if not lists_odds and not holds_phrase(title, words.previews):
            continue
        last = date(int(year.group()), 12, 31)
        if said_on is not None and said_on <= last:
            start, end = line.start() + year.start(), line.start() + year.end()
            first = date(last.year, 1, 1)
            return DueDate(first, last, "year", start, end, year.group(), "year+title", "deadline", True)
    return _year_of_odds(said_on) if lists_odds and said_on is not None else None


def _lists_odds(text: str, words: DateWords) -> bool:
    """Whether several lines of a text end in a percentage: "Rain at Easter. 60 %"."""
    ends = (line.rstrip(" .)\t").lower() for line in text.splitlines())
    odds = (line.removesuffix(sign).rstrip()[-1:] for line in ends for sign in words.percent if line.endswith(sign))
    return sum(last.isdecimal() for last in odds) >= _FEWEST_ODDS


def _year_of_odds(said_on: date) -> DueDate | None:
    """The year that odds printed in December or January are for."""
    if said_on.month not in _AROUND_NEW_YEAR:
        return None
    year = said_on.year + (said_on.month == _AROUND_NEW_YEAR[0])
    last = date(year, 12, 31)
    return DueDate(date(year, 1, 1), last, "year", 0, 0, str(year), "year+title", "deadline", True)


def date_of_eve(text: str, usable: Sequence[DueDate], said_on: date | None, words: DateWords) -> DueDate | None:
    """The day that a text stands on the eve of: its lead names that day, and hardly another one to come.

    `usable` are the dates that can be deadlines, in the order of the text. A text of a few lines has no lead.
    """
    if said_on is None or len(text) < 2 * _LEAD_LENGTH:
        return None
    days = [due for due in usable if due.precision in ("day", "weekend") and due.due_on and due.due_on > said_on]
    named = [due for due in days if due.start < _LEAD_LENGTH and due.frame not in _LIMITS]
    near = [due for due in named if due.due_on and due.due_on - said_on <= _EVE]
    most = _MOST_DAYS_AHEAD * len(near)  # a day that headline and lead both name outweighs others further down
    if any(begins(text, due, words) for due in near):
        return None  # on the eve of something that lasts longer than the day
    one = len({due.due_on for due in near}) == 1 and len({due.due_on for due in days}) <= most
    return replace(near[0], rule=f"{near[0].rule}+eve", inferred=True) if one else None


def begins(text: str, due: DueDate, words: DateWords) -> bool:
    """Whether something begins on a day: "the tournament opens on Friday"."""
    around = (
        _CLAUSE.split(text[max(0, due.start - _NEAR) : due.start])[-1],
        _CLAUSE.split(text[due.end : due.end + _NEAR])[0],
    )
    return any(not words.beginnings.isdisjoint(words_of(piece)) for piece in around)
