"""The year of a text that prints no date, as far as the years that it names give it away.

Writers name the year before their own ("in 2004 they won twice", "the 2004 election") and call their own
"this year". So the year after the latest one that a text looks back on is its own, provided the text
looks back on that year more than once; a year named but once may be long ago.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from registry.domain.extraction.date_values import DateWords, DueDate
from registry.domain.extraction.dates import find_due_dates

_YEAR = re.compile(r"(?<![\d.,/-])(?:19|20)\d\d(?![\d/]|[.,-]\d)")
_WORD = re.compile(r"\w+")
_AHEAD = ("by", "before", "within", "from")


def year_of(text: str, sentences: Sequence[tuple[int, int]], dates: Sequence[DueDate], words: DateWords) -> int | None:
    """The year in which an undated text was most likely written, None where it does not tell.

    `dates` are the expressions of the text. A year counts as looked back on in a sentence in a past tense,
    unless it is a limit ("by 2030") or stands beside a verb of the future.
    """
    ahead = [(due.start, due.end) for due in dates if due.frame in _AHEAD]
    named: Counter[int] = Counter()
    for start, end in sentences:
        if _YEAR.search(text, start, end) is None:
            continue
        said = _WORD.findall(text[start:end].lower())
        if words.futures.intersection(said) or not any(_is_past(word, words) for word in said):
            continue
        for match in _YEAR.finditer(text, start, end):
            if not any(first <= match.start() < last for first, last in ahead):
                named[int(match.group())] += 1
    latest = max(named, default=0)
    return latest + 1 if named[latest] > 1 else None


def _is_past(word: str, words: DateWords) -> bool:
    return word in words.reports or word in words.pasts or word.endswith(words.past_endings)


def dates_in_year(text: str, dates: Sequence[DueDate], year: int, words: DateWords) -> tuple[DueDate, ...]:
    """The date expressions of an undated text, with those resolved that need no more than the year.

    "On 12 March" and "this summer" do, "on Friday" and "in three weeks" do not: they are whatever falls on
    another day when counted from another day of the year.
    """
    early, late = (_by_place(find_due_dates(text, date(year, month, 1), words)) for month in (1, 7))
    return tuple(_resolved(due, early, late) if due.role == "unresolved" else due for due in dates)


def _by_place(dates: Sequence[DueDate]) -> dict[tuple[int, int], DueDate]:
    return {(due.start, due.end): due for due in dates}


def _resolved(due: DueDate, early: dict[tuple[int, int], DueDate], late: dict[tuple[int, int], DueDate]) -> DueDate:
    first, second = early.get((due.start, due.end)), late.get((due.start, due.end))
    if first is None or second is None or first.role == "past" or not _same_day(first.due_on, second.due_on):
        return due
    return replace(first, rule=f"{first.rule}+year", inferred=True)


def _same_day(left: date | None, right: date | None) -> bool:
    """Whether two days agree but for their year; the last of February is one day."""
    return left is not None and right is not None and _month_and_day(left) == _month_and_day(right)


def _month_and_day(day: date) -> tuple[int, int]:
    return day.month, min(day.day, 28) if day.month == 2 else day.day
