"""Which date of an article is the deadline of a claim.

In order: a date in the claim's own words, one in the rest of its sentence, an event that the claim names
and the article dates, a date that the claim points back to ("on that day"), and a date that heads the
sentences before it ("Am Freitag … Nur an der Küste …"). A date in the claim's condition, one of the past,
and one that only dates the reporting ("said on Friday") is never the deadline.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from registry.domain.extraction.article_events import ArticleEvent, EventWords, find_events, resolve_event
from registry.domain.extraction.date_values import DateWords, DueDate, Precision
from registry.domain.extraction.dates import find_due_dates

Span = tuple[int, int]

_GRAIN: dict[Precision, int] = {
    "day": 0, "weekend": 1, "week": 2, "month": 3, "quarter": 4, "season": 4, "half_year": 5, "year": 6,
    "term": 6, "decade": 7, "century": 8,
}  # fmt: skip
_LIMITS = ("by", "before", "within", "span")
_FOLLOWING_SENTENCES = 3
_CARRIED_DAYS = timedelta(days=14)
_LONGEST_HEADING = 90
_WIDEST_PIECE = 200
_NEAR_VERB = 6
_WORD = re.compile(r"\w+")
_PIECE_END = re.compile(r"[,;:.!?\n–—(]")


@dataclass(frozen=True, slots=True)
class ArticleDates:
    """What an article says about time: text, sentences [start, end), date expressions and events.

    `said_on` is the day from which relative words count, None if unknown.
    """

    text: str
    sentences: tuple[Span, ...]
    said_on: date | None
    dates: tuple[DueDate, ...]
    events: tuple[ArticleEvent, ...]


def read_article_dates(
    text: str, sentences: Sequence[Span], said_on: date | None, words: DateWords, events: EventWords
) -> ArticleDates:
    """Read an article once, for `find_deadline` of each of its claims."""
    dates = find_due_dates(text, said_on, words)
    coming = [due for due in dates if not _of_report(text, due, words)]
    return ArticleDates(text, tuple(sentences), said_on, dates, find_events(text, coming, said_on, events))


def find_deadline(
    article: ArticleDates,
    quotes: Sequence[Span],
    words: DateWords,
    events: EventWords,
    condition: Sequence[Span] = (),
) -> DueDate | None:
    """The deadline of the claim that stands at `quotes`, or None where the article gives it none.

    `condition` are the spans of the claim's condition; dates inside them do not count. The result's offsets
    are into the article. Its rule ends in "+sentence", "+event", "+back" or "+carried" where the date does
    not stand in the claim itself; those are marked as inferred.
    """
    usable = [due for due in article.dates if _usable(article, due, words) and not _inside(due, condition)]
    own = [due for due in usable if _inside(due, quotes)]
    if own:
        return _refined(article, quotes, _best(own), words, events)
    if any(_points_past(article.text[start:end], words) for start, end in quotes):
        return None
    near = _in_sentence(article, quotes, usable) or _pointed_back(article, quotes, usable, words)
    found = near or _carried(article, quotes, usable, words)
    if found is not None:
        return found
    return _of_event(article, quotes, words, events) or _of_heading(article, quotes, usable)


def _inside(due: DueDate, spans: Sequence[Span]) -> bool:
    return any(start <= due.start and due.end <= end for start, end in spans)


def _usable(article: ArticleDates, due: DueDate, words: DateWords) -> bool:
    """A deadline that dates neither a condition nor a report nor the article itself."""
    if due.role != "deadline" or _is_dateline(due, article.said_on):
        return False
    return not _in_condition(article.text, due, words) and not _of_report(article.text, due, words)


def _is_dateline(due: DueDate, said_on: date | None) -> bool:
    """Whether a full date is that of the article, printed over or under its text."""
    written = due.frame == "bare" and not due.inferred and any(mark.isdecimal() for mark in due.text)
    return written and said_on is not None and due.due_on == said_on


def _of_report(text: str, due: DueDate, words: DateWords) -> bool:
    """Whether a day, or a month lately passed, stands closer to a verb of the past than to one of the future.

    "A poll on Friday predicted", "he said on Friday that", but not "he said it will come on Friday", nor an
    expectation of the past ("hatten am Freitag mit Regen gerechnet").
    """
    lately = due.inferred and due.alternative is not None and due.due_on is not None
    passed = lately and due.alternative is not None and due.due_on is not None and due.alternative < due.due_on
    if due.frame in _LIMITS or not (due.precision == "day" or passed):
        return False
    before = _PIECE_END.split(text[max(0, due.start - _WIDEST_PIECE) : due.start])[-1]
    after = _PIECE_END.split(text[due.end : due.end + _WIDEST_PIECE])[0]
    sides = (_WORD.findall(before.lower())[::-1], _WORD.findall(after.lower()))
    if _distance(sides[0], words.auxiliaries) <= _NEAR_VERB and set(sides[1]) & words.futures:
        return False
    if _distance(sides[0], words.futures) <= _NEAR_VERB:
        return False
    past = min(_distance(side, words.reports) for side in sides)
    return past <= _NEAR_VERB and past < _distance(sides[1], words.futures)


def _distance(side: Sequence[str], wanted: frozenset[str]) -> int:
    """Words from the date to the first of the wanted ones; a large number where there is none."""
    return next((i for i, word in enumerate(side) if word in wanted), _WIDEST_PIECE)


def _in_condition(text: str, due: DueDate, words: DateWords) -> bool:
    """Whether the date stands behind "if", "wenn" in the same piece between commas."""
    clause = _PIECE_END.split(text[max(0, due.start - _WIDEST_PIECE) : due.start])[-1]
    return bool(set(_WORD.findall(clause.lower())) & words.conditions)


def _without_condition(clause: str, words: DateWords) -> str:
    """The clause without its pieces that open with "if", "wenn"; all of it where nothing were left."""
    pieces = _PIECE_END.split(clause)
    kept = [piece for piece in pieces if not set(_WORD.findall(piece.lower())[:3]) & words.conditions]
    return ", ".join(kept) if kept else clause


def _points_past(clause: str, words: DateWords) -> bool:
    """Whether words of a later time stand in it ("shortly after that", "danach")."""
    low = f" {' '.join(_WORD.findall(clause.lower()))} "
    return any(f" {phrase} " in low for phrase in words.later)


def _best(dates: Sequence[DueDate]) -> DueDate:
    """The finest-grained date of those that fit into the first one, else the first."""
    first = dates[0]
    fitting = [due for due in dates if due.due_on and first.due_on and due.due_on <= first.due_on]
    return min(fitting or [first], key=lambda due: (_GRAIN[due.precision], due.start))


def _sentence_of(article: ArticleDates, at: int) -> int | None:
    return next((i for i, (start, end) in enumerate(article.sentences) if start <= at < end), None)


def _inferred(due: DueDate, how: str) -> DueDate:
    return replace(due, rule=f"{due.rule}+{how}", inferred=True)


def _in_sentence(article: ArticleDates, quotes: Sequence[Span], usable: Sequence[DueDate]) -> DueDate | None:
    """A date elsewhere in the sentence of a quote, the nearest one before it first."""
    for start, end in quotes:
        number = _sentence_of(article, start)
        if number is None:
            continue
        span = article.sentences[number]
        around = [due for due in usable if _inside(due, [span]) and due.frame in ("by", "before", "within", "span")]
        before = [due for due in around if due.end <= start]
        after = [due for due in around if due.start >= end]
        if before or after:
            return _inferred(before[-1] if before else after[0], "sentence")
    return None


def _pointed_back(
    article: ArticleDates, quotes: Sequence[Span], usable: Sequence[DueDate], words: DateWords
) -> DueDate | None:
    """The last date before a claim that points back to it: "an diesem Tag", "by then"."""
    for start, end in quotes:
        low = f" {' '.join(_WORD.findall(article.text[start:end].lower()))} "
        if any(f" {phrase} " in low for phrase in words.back):
            earlier = [due for due in usable if due.end <= start and _sentences_between(article, due.start, start) <= 4]
            if earlier:
                return _inferred(earlier[-1], "back")
    return None


def _sentences_between(article: ArticleDates, left: int, right: int) -> int:
    return sum(1 for start, _ in article.sentences if left < start <= right)


def _carried(
    article: ArticleDates, quotes: Sequence[Span], usable: Sequence[DueDate], words: DateWords
) -> DueDate | None:
    """A near day that heads one of the sentences before the claim, in the same line of the text."""
    if article.said_on is None or not quotes:
        return None
    start = quotes[0][0]
    number = _sentence_of(article, start)
    if number is None:
        return None
    for back in range(1, _FOLLOWING_SENTENCES + 1):
        if number - back < 0 or "\n" in article.text[article.sentences[number - back][0] : start]:
            return None
        span = article.sentences[number - back]
        heading = [due for due in usable if _inside(due, [span])]
        if heading:
            due = heading[-1]
            if set(_WORD.findall(article.text[span[0] : span[1]].lower())) & words.reports:
                return None
            near = due.due_on is not None and timedelta(0) < due.due_on - article.said_on <= _CARRIED_DAYS
            fine = due.precision in ("day", "weekend") or due.rule.startswith("rest-of")
            return _inferred(due, "carried") if near and fine else None
    return None


def _refined(
    article: ArticleDates, quotes: Sequence[Span], due: DueDate, words: DateWords, events: EventWords
) -> DueDate:
    """The day of a named event that falls into a longer period ("the election next month")."""
    named = _of_event(article, quotes, words, events, known=True)
    if due.precision == "day" or named is None or named.due_on is None or due.due_on is None:
        return due
    inside = due.due_from is not None and due.due_from <= named.due_on <= due.due_on
    return replace(due, due_on=named.due_on, rule=f"{due.rule}+event", inferred=True) if inside else due


def _of_heading(article: ArticleDates, quotes: Sequence[Span], usable: Sequence[DueDate]) -> DueDate | None:
    """A period named in the last heading above the claim that asks a question or stands in capitals."""
    if not quotes:
        return None
    for line in reversed(article.text[: quotes[0][0]].split("\n")[:-1]):
        title = line.strip()
        if not title or len(title) > _LONGEST_HEADING or not (title.endswith("?") or title.isupper()):
            continue
        start = article.text.rfind(line, 0, quotes[0][0])
        dated = [due for due in usable if _inside(due, [(start, start + len(line))]) and due.precision != "day"]
        return _inferred(dated[-1], "heading") if dated else None
    return None


def _of_event(
    article: ArticleDates, quotes: Sequence[Span], words: DateWords, events: EventWords, known: bool = False
) -> DueDate | None:
    for start, end in quotes:
        clause = _without_condition(article.text[start:end], words)
        event = resolve_event(clause, article.events, events, article.said_on, known)
        if event is not None:
            text = article.text[event.start : event.end] or event.name
            return DueDate(
                None,
                event.due_on,
                "day",
                event.start,
                event.end,
                text,
                f"{event.family}+event",
                "deadline",
                True,
            )
    return None
