"""The deadline of a claim that names no date itself: from its sentence, from before it, from a heading or the title."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from operator import attrgetter, itemgetter

from registry.domain.extraction.clause_words import holds_phrase, words_of
from registry.domain.extraction.date_values import DateWords, DueDate
from registry.domain.extraction.title_dates import begins
from registry.domain.extraction.usable_dates import LIMITS, ArticleDates, Span

REACH = 20_000
"""Characters from a claim within which a date, a heading or a limit may date it; more than most articles have."""
_FIRST, _START = itemgetter(0), attrgetter("start")
_FOLLOWING_SENTENCES = 3
_SENTENCES_BACK = 4
_CARRIED_DAYS = timedelta(days=14)
_WEATHER_DAYS = timedelta(days=4)
_WEATHER_SENTENCES = 2
_AROUND, _FEWEST = 1500, 2
_OPENING, _FIRST_WORDS = 40, 2


def inherited(
    article: ArticleDates, quotes: Sequence[Span], usable: Sequence[DueDate], words: DateWords
) -> DueDate | None:
    """The nearest date that reaches the claim from its sentence or from the sentences before it."""
    near = _in_sentence(article, quotes, usable, words) or _pointed_back(article, quotes, usable, words)
    return near or _carried(article, quotes, usable, words) or _of_weather(article, quotes, usable, words)


def headed(article: ArticleDates, quotes: Sequence[Span], usable: Sequence[DueDate]) -> DueDate | None:
    """A date of the heading above the claim, or the year that the title makes predictions for."""
    return _of_heading(article, quotes, usable) or article.of_title


def inside(due: DueDate, spans: Sequence[Span]) -> bool:
    """Whether a date stands wholly in one of the spans."""
    return any(start <= due.start and due.end <= end for start, end in spans)


def within(dates: Sequence[DueDate], start: int, end: int) -> list[DueDate]:
    """The dates, which are in the order of the text, that stand wholly in [start, end)."""
    low = bisect_left(dates, start, key=_START)
    high = bisect_right(dates, end, low, key=_START)
    return [due for due in dates[low:high] if due.end <= end]


def _sentence_of(article: ArticleDates, at: int) -> int | None:
    i = bisect_right(article.sentences, at, key=_FIRST) - 1
    return i if i >= 0 and at < article.sentences[i][1] else None


def _inferred(due: DueDate, how: str) -> DueDate:
    return replace(due, rule=f"{due.rule}+{how}", inferred=True)


def _in_sentence(
    article: ArticleDates, quotes: Sequence[Span], usable: Sequence[DueDate], words: DateWords
) -> DueDate | None:
    """A limit ("by 2030") elsewhere in the sentence of a quote, the nearest one before it first.

    A clause that hangs on what stands before it ("on Friday, where", "this year, and it") takes any date from there.
    """
    for start, end in quotes:
        number = _sentence_of(article, start)
        if number is None:
            continue
        around = within(usable, *article.sentences[number])
        before = [due for due in around if due.end <= start]
        limits = [due for due in before if due.frame in LIMITS][-1:]
        if not limits:
            behind = [due for due in around if due.start >= end and due.frame in LIMITS]
            limits = [due for due in behind if words.joiners.isdisjoint(words_of(article.text[end : due.start]))]
        if before and _hangs(article.text[article.sentences[number][0] : start], article.text[start:end], words):
            return _inferred(before[-1], "sentence")
        if limits:
            return _inferred(limits[0], "sentence")
    return None


def _hangs(before: str, clause: str, words: DateWords) -> bool:
    """Whether a clause inside a sentence opens with a relative word, or is joined to what stands before it."""
    if not before.strip():
        return False
    opening, last = words_of(clause[:_OPENING])[:_FIRST_WORDS], words_of(before[-_OPENING:])[-1:]
    joined = {" ".join(opening), " ".join((*last, *opening[:1]))}
    return not words.hanging.isdisjoint(opening) or not words.joining.isdisjoint(joined)


def _pointed_back(
    article: ArticleDates, quotes: Sequence[Span], usable: Sequence[DueDate], words: DateWords
) -> DueDate | None:
    """The last date before a claim that points back to it: "an diesem Tag" to a day, "by then" to any."""
    for start, end in quotes:
        clause = article.text[start:end]
        to_day = holds_phrase(clause, words.back_to_day)
        if not to_day and not holds_phrase(clause, words.back):
            continue
        earlier = [due for due in usable if due.end <= start and (due.precision == "day" or not to_day)]
        if earlier and _sentences_between(article, earlier[-1].start, start) <= _SENTENCES_BACK:
            return _inferred(earlier[-1], "back")
    return None


def _sentences_between(article: ArticleDates, left: int, right: int) -> int:
    first = bisect_right(article.sentences, left, key=_FIRST)
    return max(0, bisect_right(article.sentences, right, key=_FIRST) - first)


def _carried(
    article: ArticleDates, quotes: Sequence[Span], usable: Sequence[DueDate], words: DateWords
) -> DueDate | None:
    """A near day that heads one of the sentences before the claim, in the same line of the text."""
    number = _sentence_of(article, quotes[0][0]) if quotes else None
    if article.said_on is None or number is None:
        return None
    if not words.sequence.isdisjoint(words_of(article.text[quotes[0][0] : quotes[0][0] + _OPENING])[:1]):
        return None
    for start, end in article.sentences[max(0, number - _FOLLOWING_SENTENCES) : number][::-1]:
        if "\n" in article.text[start : quotes[0][0]]:
            return None
        heading = within(usable, start, end)
        if heading and heading[-1].due_on == article.said_on and end != article.sentences[number - 1][1]:
            return None  # what happens today dates no more than the sentence behind it
        if heading:
            return _inferred(heading[-1], "carried") if _heads(article, start, end, heading[-1], words) else None
    return None


def _heads(article: ArticleDates, start: int, end: int, due: DueDate, words: DateWords) -> bool:
    """Whether a date dates what follows its sentence: no report, and nothing that comes after the day."""
    said = words_of(article.text[start:end])
    reported = any(
        word in words.reports and before not in words.passives for before, word in zip(["", *said], said, strict=False)
    )
    looks_past = holds_phrase(article.text[start : due.start], words.after)
    looks_past = looks_past or (due.rule != "weekday-subject" and begins(article.text, due, words))
    return article.said_on is not None and _reaches(due, article.said_on) and not reported and not looks_past


def _of_weather(
    article: ArticleDates, quotes: Sequence[Span], usable: Sequence[DueDate], words: DateWords
) -> DueDate | None:
    """Weather reports name their day once: the last near day before a claim about the weather, else the first after."""
    said = article.said_on
    if said is None or not quotes:
        return None
    start, end = quotes[0]
    if not set(words_of(article.text[start:end])) & words.weather or holds_phrase(article.text[start:end], words.after):
        return None
    # One such word may be a figure of speech ("cloud companies").
    if len(words.weather.intersection(words_of(article.text[max(0, start - _AROUND) : end + _AROUND]))) < _FEWEST:
        return None
    days = [due for due in usable if due.precision in ("day", "weekend") and due.due_on is not None]
    near = [due for due in days if due.due_on is not None and due.due_on - said <= _WEATHER_DAYS]
    before, behind = [due for due in near if due.end <= start], [due for due in near if due.start >= end]
    if before:
        return _inferred(before[-1], "weather") if not _is_full_date(before[-1]) else None
    soon = behind and _sentences_between(article, end, behind[0].start) <= _WEATHER_SENTENCES
    return _inferred(behind[0], "weather") if soon and not _is_full_date(behind[0]) else None


def _is_full_date(due: DueDate) -> bool:
    return due.frame == "bare" and not due.inferred and any(mark.isdecimal() for mark in due.text)


def _reaches(due: DueDate, said_on: date) -> bool:
    """Whether a date holds for the sentences behind it: a day soon to come, and no other reading has passed."""
    soon = due.due_on is not None and timedelta(0) <= due.due_on - said_on <= _CARRIED_DAYS
    fine = due.precision in ("day", "weekend") or due.rule.startswith("rest-of")
    open_ended = (due.frame in LIMITS or due.rule.startswith("within-")) and not due.rule.startswith("rest-of")
    return soon and fine and not open_ended and not (due.alternative is not None and due.alternative < said_on)


def _of_heading(article: ArticleDates, quotes: Sequence[Span], usable: Sequence[DueDate]) -> DueDate | None:
    """A period named in the last heading above the claim that asks a question or stands in capitals."""
    if not quotes:
        return None
    number = bisect_right(article.headings, quotes[0][0] - 1, key=lambda span: span[1]) - 1
    if number < 0 or article.headings[number][0] < quotes[0][0] - REACH:
        return None
    dated = [due for due in within(usable, *article.headings[number]) if due.precision != "day"]
    return _inferred(dated[-1], "heading") if dated else None
