"""The due window of a candidate of a language model: from words that stand in the article, or from the rules."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from registry.domain.extraction.candidate import Span
from registry.domain.extraction.date_values import DueDate
from registry.domain.extraction.dates import find_due_dates
from registry.domain.extraction.deadlines import ArticleDates, find_deadline
from registry.domain.extraction.knowledge import Lexicon

MODEL_RULE = "model"
"""The due rule of a window that only the model vouches for."""

_LATEST = date(2999, 12, 31)


class Window(NamedTuple):
    """The fields of a candidate that tell by when; all None where it is undated."""

    due_from: date | None = None
    due_on: date | None = None
    text: str | None = None
    rule: str | None = None
    precision: str | None = None
    inferred: bool = False
    alternative: date | None = None


def window_of(
    said: tuple[object, object],
    words: str | None,
    quotes: Sequence[Span],
    condition: Span | None,
    dates: ArticleDates | None,
    lexicon: Lexicon,
    language: str,
) -> Window:
    """The window that `words`, which stand in the article, give; `said` are the model's first and last day.

    Words that the date grammar can read count as it reads them: models err in reckoning. Those that it cannot
    read count as the model says, if its days are days, in order and not before the article's. Without such
    words the rules look for a deadline of their own, for a date that nobody wrote is no date.
    """
    if dates is None:
        return _sound(said, words, None) or Window()
    grammar = lexicon.dates[language]
    if words:
        reading = next((due for due in find_due_dates(words, dates.said_on, grammar) if due.role == "deadline"), None)
        if reading is not None:
            return _of(reading, dates.said_on)
        window = _sound(said, words, dates.said_on)
        if window is not None:
            return window
    found = find_deadline(dates, quotes, grammar, lexicon.events, [condition] if condition else [])
    return _of(found, dates.said_on) if found else Window()


def _of(due: DueDate, said_on: date | None) -> Window:
    other = due.other_ending(said_on)
    return Window(due.due_from, due.due_on, due.text, due.rule, due.precision, due.inferred, other)


def _sound(said: tuple[object, object], words: str | None, said_on: date | None) -> Window | None:
    first, last = _day(said[0]), _day(said[1])
    if words is None or last is None or last > _LATEST or (said_on is not None and last < said_on):
        return None
    return Window(first if first is not None and first <= last else None, last, words, MODEL_RULE)


def _day(value: object) -> date | None:
    if not isinstance(value, str):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None
