"""Which date of an article is the deadline of a claim.

In order: a date in the claim's own words, an event with a name of its own ("the Six Nations"), a limit in
the rest of its sentence, a date that the claim points back to ("on that day"), one that heads the sentences
before it ("Am Freitag … Nur an der Küste …"), an event that the claim names and the article dates, and what
a heading or the title says, at last the day that the whole text stands on the eve of. See `usable_dates` for the
dates that never are.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter

from registry.domain.extraction.article_events import EventWords, resolve_event
from registry.domain.extraction.clause_words import holds_phrase
from registry.domain.extraction.date_values import DateWords, DueDate, Precision
from registry.domain.extraction.inherited_dates import REACH, headed, inherited, inside, within
from registry.domain.extraction.loose_times import find_loose_time
from registry.domain.extraction.usable_dates import (
    ArticleDates,
    Span,
    is_over,
    read_article_dates,
    without_condition,
)

__all__ = ["ArticleDates", "find_deadline", "read_article_dates"]

_START = attrgetter("start")
_GRAIN: dict[Precision, int] = {
    "day": 0, "weekend": 1, "week": 2, "month": 3, "quarter": 4, "season": 4, "half_year": 5, "year": 6,
    "term": 6, "decade": 7, "century": 8,
}  # fmt: skip


def find_deadline(
    article: ArticleDates,
    quotes: Sequence[Span],
    words: DateWords,
    events: EventWords,
    condition: Sequence[Span] = (),
) -> DueDate | None:
    """The deadline of the claim that stands at `quotes`, or None where the article gives it none.

    `condition` are the spans of the claim's condition; dates and events inside them do not count. The result's offsets
    are into the article. Its rule ends in "+sentence", "+back", "+carried", "+event", "+heading",
    "+title" or "+eve" where the date does not stand in the claim itself; those are marked as inferred.
    """
    near = _within_reach(article, quotes)
    usable = [due for due in near if not _conditional(article, due, condition, words)] if condition else near
    own = _own(usable, quotes)
    if own:
        return _refined(article, quotes, _best(own), words, events)
    claim = _without(quotes, condition) or quotes
    clauses = [article.text[start:end] for start, end in quotes]
    if any(holds_phrase(clause, words.later) for clause in clauses):
        return article.of_title
    if any(holds_phrase(clause, words.lasting) for clause in clauses):
        return headed(article, quotes, usable)
    event = _of_event(article, claim, words, events)
    if event is not None and event.rule.removesuffix("+event") in events.proper:
        # An event with a name of its own ("the Six Nations") is not over on the day that heads the sentences.
        return event
    near_by = inherited(article, quotes, usable, words) or event or headed(article, quotes, usable)
    # An hour ("by noon") is one of the day that the text speaks of, today where it names none.
    return near_by or next(iter(_own(article.hours, quotes)), None) or _of_eve(article, quotes, words)


def _conditional(article: ArticleDates, due: DueDate, condition: Sequence[Span], words: DateWords) -> bool:
    """Whether a date stands in the condition, and not behind it in a main clause that no comma parts from it."""
    return any(
        start <= due.start and due.end <= end and not is_over(article.text[start : due.start], words)
        for start, end in condition
    )


def _of_eve(article: ArticleDates, quotes: Sequence[Span], words: DateWords) -> DueDate | None:
    """The day that the whole text stands on the eve of, unless the claim looks further ahead."""
    if article.of_eve is None or not quotes or quotes[0][0] < article.of_eve.end:
        return None
    clauses = [article.text[start:end] for start, end in quotes]
    further = any(find_loose_time(clause, words) or holds_phrase(clause, words.after) for clause in clauses)
    return None if further else article.of_eve


def _within_reach(article: ArticleDates, quotes: Sequence[Span]) -> Sequence[DueDate]:
    """The dates near a claim, which is all of them in any but the longest texts."""
    first = min((start for start, _ in quotes), default=0)
    last = max((end for _, end in quotes), default=0)
    low = bisect_left(article.usable, first - REACH, key=_START)
    high = bisect_right(article.usable, last + REACH, key=_START)
    return article.usable[low:high]


def _own(usable: Sequence[DueDate], quotes: Sequence[Span]) -> list[DueDate]:
    """The dates in the claim's own words, in the order of the text."""
    if len(quotes) == 1:
        return within(usable, *quotes[0])
    return [due for due in usable if inside(due, quotes)]


def _without(quotes: Sequence[Span], condition: Sequence[Span]) -> list[Span]:
    """What of the quotes stands outside the condition."""
    left = list(quotes)
    for first, last in condition:
        pieces = [piece for start, end in left for piece in ((start, min(end, first)), (max(start, last), end))]
        left = [(start, end) for start, end in pieces if start < end]
    return left


def _best(dates: Sequence[DueDate]) -> DueDate:
    """The finest-grained date of those that fit into the first one, else the first."""
    first = dates[0]
    fitting = [due for due in dates if due.due_on and first.due_on and due.due_on <= first.due_on]
    if first.due_from is not None:
        fitting = [due for due in fitting if due.due_on and due.due_on >= first.due_from]
    return min(fitting or [first], key=lambda due: (_GRAIN[due.precision], due.start))


def _refined(
    article: ArticleDates, quotes: Sequence[Span], due: DueDate, words: DateWords, events: EventWords
) -> DueDate:
    """The day of a named event that falls into a longer period ("the election next month")."""
    named = _of_event(article, quotes, words, events, known=True)
    if due.precision == "day" or named is None or named.due_on is None or due.due_on is None:
        return due
    inside = due.due_from is not None and due.due_from <= named.due_on <= due.due_on
    return replace(due, due_on=named.due_on, rule=f"{due.rule}+event", inferred=True) if inside else due


def _of_event(
    article: ArticleDates, quotes: Sequence[Span], words: DateWords, events: EventWords, known: bool = False
) -> DueDate | None:
    for start, end in quotes if article.events else ():
        clause = without_condition(article.text[start:end], words)
        event = resolve_event(clause, article.events, events, article.said_on, known)
        if event is not None:
            text = article.text[event.start : event.end] or event.name
            rule = f"{event.family}+event"
            return DueDate(None, event.due_on, "day", event.start, event.end, text, rule, "deadline", True)
    return None
