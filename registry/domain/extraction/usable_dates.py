"""Which date expressions of an article can be deadlines at all.

A date in a condition, one of the past, the dateline, and one that only dates the reporting ("said on
Friday") cannot.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from registry.domain.extraction.article_events import ArticleEvent, EventWords, find_events
from registry.domain.extraction.clause_words import holds_phrase, words_of
from registry.domain.extraction.date_values import DateWords, DueDate, Role
from registry.domain.extraction.dates import find_due_dates
from registry.domain.extraction.title_dates import date_of_eve, date_of_title, headings_of
from registry.domain.extraction.undated_texts import dates_in_year, year_of

Span = tuple[int, int]

UP_TO_START = "-start"
"""Ending of the rule of a date up to which something will not happen."""
LIMITS = ("by", "before", "within", "span")
_WIDEST_PIECE = 200
_NEAR_VERB = 6
_NEAR_ENDING = 2
_WORD = re.compile(r"\w+")
_SHORT = ("day", "weekend")
_CLOCK = "clock"
_SHORTEST_CONDITION = 4
_COMING = frozenset({
    "weekday-coming", "weekday-next", "weekday-of-next-week", "weekday-of-coming-week", "weekday-after-next-week",
    "weekday-after-coming-week", "next-week-weekday", "day-after-tomorrow", "week-on", "week-tomorrow", "weekday-in",
    "tomorrow-in", "in-count", "in-one-count", "in-count-apostrophe", "from-now", "today-in", "fortnight",
})  # fmt: skip
_PIECE_END = re.compile(r"[,;:.!?\n–—(]")


@dataclass(frozen=True, slots=True)
class ArticleDates:
    """What an article says about time: text, sentences [start, end), date expressions and events.

    `said_on` is the day from which events lie ahead: that on which it was said, the first of the year where
    only that is known, None if neither is. `usable` are the dates that can be deadlines, `hours` those that only name
    an hour of the day. `headings` are lines that head what follows, `of_title` is the year that the title makes
    predictions for, `of_eve` the day that the text stands on the eve of.
    """

    text: str
    sentences: tuple[Span, ...]
    said_on: date | None
    dates: tuple[DueDate, ...]
    events: tuple[ArticleEvent, ...]
    usable: tuple[DueDate, ...]
    hours: tuple[DueDate, ...]
    headings: tuple[Span, ...]
    of_title: DueDate | None
    of_eve: DueDate | None


def read_article_dates(
    text: str, sentences: Sequence[Span], said_on: date | None, words: DateWords, events: EventWords
) -> ArticleDates:
    """Read an article once, for `find_deadline` of each of its claims.

    Without `said_on` its year is read off the years that it names, as far as it gives it away.
    """
    dates = find_due_dates(text, said_on, words)
    if said_on is None:
        year = year_of(text, sentences, dates, words)
        if year is not None:
            dates, said_on = dates_in_year(text, dates, year, words), date(year, 1, 1)
    dates = tuple(_up_to_start(due, said_on, words) for due in dates)
    coming = [due for due in dates if not _of_report(text, due, words)]
    ends = [due for due in coming if _may_end(text, said_on, due, words)]
    usable = tuple(due for due in ends if not due.rule.startswith(_CLOCK))
    hours = tuple(due for due in ends if due.rule.startswith(_CLOCK))
    return ArticleDates(
        text, tuple(sentences), said_on, dates, find_events(text, coming, said_on, events), usable, hours,
        tuple(headings_of(text)), date_of_title(text, said_on, words), date_of_eve(text, usable, said_on, words),
    )  # fmt: skip


def without_condition(clause: str, words: DateWords) -> str:
    """The clause without its pieces that open with "if", "wenn"; all of it where nothing were left."""
    pieces = _PIECE_END.split(clause)
    kept = [piece for piece in pieces if not set(words_of(piece)[:3]) & words.conditions]
    return ", ".join(kept) if kept else clause


def _may_end(text: str, said_on: date | None, due: DueDate, words: DateWords) -> bool:
    """Whether a date that is not one of a report is a deadline, and dates neither a condition nor the article."""
    if due.role != "deadline" or _is_dateline(due, said_on) or _awaits_figures(due, said_on):
        return False
    if _is_compared(text, due, words):
        return False
    return not _in_condition(text, due, words)


def _up_to_start(due: DueDate, said_on: date | None, words: DateWords) -> DueDate:
    """What will not happen before a day ("not before 2028", "frühestens im Herbst") is told on the day before it."""
    if due.role != "start" or due.eve is None or not due.text.lower().startswith(words.not_before):
        return due
    role: Role = "past" if said_on is not None and due.eve < said_on else "deadline"
    return replace(due, due_from=None, due_on=due.eve, role=role, rule=due.rule + UP_TO_START, frame="before")


def _is_compared(text: str, due: DueDate, words: DateWords) -> bool:
    """Whether a time is only compared with: "more than this year", "wärmer als heute"."""
    before = words_of(text[max(0, due.start - _WIDEST_PIECE) : due.start])[-2:]
    return bool(before) and before[-1] in words.compared and before[0] not in words.not_compared


def _is_dateline(due: DueDate, said_on: date | None) -> bool:
    """Whether a full date is that of the article, printed over or under its text."""
    written = due.frame == "bare" and any(mark.isdecimal() for mark in due.text)
    return written and said_on is not None and due.due_on == said_on


def _awaits_figures(due: DueDate, said_on: date | None) -> bool:
    """Whether a quarter or half-year without its year ended lately: its figures are to come, not the next one."""
    piece = due.precision in ("quarter", "half_year") and due.inferred and due.frame == "in"
    return piece and due.alternative is not None and said_on is not None and due.alternative < said_on


def _of_report(text: str, due: DueDate, words: DateWords) -> bool:
    """Whether a day, or a month lately passed, stands closer to a verb of the past than to one of the future.

    "A poll on Friday predicted", "he said on Friday that", but not "he said it will come on Friday", nor an
    expectation of the past ("hatten am Freitag mit Regen gerechnet").
    """
    lately = due.inferred and due.alternative is not None and due.due_on is not None
    passed = lately and due.alternative is not None and due.due_on is not None and due.alternative < due.due_on
    if due.frame in LIMITS or not (due.precision in _SHORT or due.precision == "term" or passed):
        return False
    if due.rule in _COMING:
        return False
    before = _PIECE_END.split(text[max(0, due.start - _WIDEST_PIECE) : due.start])[-1]
    after = _clause_after(text[due.end : due.end + _WIDEST_PIECE], words)
    sides = (words_of(before)[::-1], words_of(after))
    if _distance(sides[0], words.auxiliaries) <= _NEAR_VERB and set(sides[1]) & words.futures:
        return False
    if _distance(sides[0], words.futures) <= _NEAR_VERB:
        return False
    past = min(_distance_to_past(before, words, back=True), _distance_to_past(after, words))
    return past <= _NEAR_VERB and past < _distance(sides[1], words.futures)


def _clause_after(text: str, words: DateWords) -> str:
    """What follows a date in its clause; "said on Monday that" leads over to another one."""
    piece = _PIECE_END.split(text)[0]
    first, *_ = piece.split(maxsplit=1) or [""]
    return "" if first.lower() in words.leading_over else piece


def _distance_to_past(piece: str, words: DateWords, back: bool = False) -> int:
    """Words from the date to the next verb in a past tense; a large number where there is none.

    A word with a capital is no verb ("in höheren Lagen"), one that only ends like one must stand near ("isolated
    places in the north").
    """
    side = _WORD.findall(piece)[:: -1 if back else 1]
    for at, word in enumerate(side):
        known = word in words.reports or word in words.pasts
        before = side[at + 1 : at + 2] if back else side[max(0, at - 1) : at]
        if before and before[0] in words.passives:
            continue
        ends_so = at <= _NEAR_ENDING and word.endswith(words.past_endings) and word not in words.futures
        if known or (ends_so and (word.islower() or (back and at == len(side) - 1))):
            return at
    return _WIDEST_PIECE


def _distance(side: Sequence[str], wanted: frozenset[str]) -> int:
    """Words from the date to the first of the wanted ones; a large number where there is none."""
    return next((i for i, word in enumerate(side) if word in wanted), _WIDEST_PIECE)


def is_over(piece: str, words: DateWords) -> bool:
    """Whether a condition has given way to its main clause without a comma: "unless they pay he will lose by"."""
    return not words.main_verbs.isdisjoint(words_of(piece)[_SHORTEST_CONDITION:])


def _in_condition(text: str, due: DueDate, words: DateWords) -> bool:
    """Whether the date stands behind "if", "wenn" in the same piece between commas."""
    piece = _PIECE_END.split(text[max(0, due.start - _WIDEST_PIECE) : due.start])[-1]
    clause = words_of(piece)
    if words.conditions.isdisjoint(clause) or holds_phrase(piece, words.no_conditions):
        return False
    if is_over(piece, words):
        return False
    # "Should" opens a condition only where it comes first; further on it is a verb of the future.
    return any(word in words.conditions and not (at and word in words.futures) for at, word in enumerate(clause))
