"""Events whose date stands elsewhere in the article: "at the summit", "vor der Wahl", "in today's call".

An event is dated by the article itself (a word for it close to a date) or, where the article names none, by
a fixture: an event whose date is public record, as long as the article is plainly about it.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date, timedelta

from registry.domain.extraction.date_tokens import Tokens, tokenise
from registry.domain.extraction.date_values import DueDate
from registry.domain.extraction.event_values import ArticleEvent, EventWords, Fixture
from registry.domain.extraction.public_events import FARTHEST, fits, fixtures_of, heads_of, named_at, openings_of

__all__ = ["ArticleEvent", "EventWords", "Fixture", "find_events", "resolve_event"]

_NEAR = 8
_SENTENCE_END = re.compile(r"(?<!\d)\. |[!?] |\n")  # a full stop behind a number makes it an ordinal
_COUNTED = ("in-", "within-", "next-", "coming-")
_PLACED = ("summit", "convention", "games")
_PLACE_WORDS = ("in", "at", "auf")
_SOON = timedelta(days=180)
_AT_HAND = {
    "election": timedelta(days=45),
    "ballot": timedelta(days=45),
    "championship": timedelta(days=45),
    "euro": timedelta(days=45),
    "game": timedelta(days=10),
    "strike": timedelta(days=10),
    "decision": timedelta(days=10),
    "fed": timedelta(days=3),
    "ecb": timedelta(days=3),
    "results": timedelta(days=10),
}


def find_events(
    text: str, dates: Sequence[DueDate], said_on: date | None, words: EventWords
) -> tuple[ArticleEvent, ...]:
    """The dated events of an article, those that the text dates before those of public record.

    `dates` are the date expressions of the same text. Only single days and weekends date an event.
    """
    tokens = tokenise(text)
    events: list[ArticleEvent] = []
    for due in dates:
        if due.role != "deadline" or due.precision not in ("day", "weekend") or due.due_on is None:
            continue
        counted = due.rule.startswith(_COUNTED)
        if counted or (due.due_from is not None and due.due_from != due.due_on):
            continue
        family = _family_near(text, tokens, due, words)
        if family is not None:
            place = _place_near(tokens, due)
            events.append(ArticleEvent(family, due.due_on, "text", due.start, due.end, due.text, place))
    return (*events, *fixtures_of(tokens, said_on, words))


def resolve_event(
    clause: str,
    events: Sequence[ArticleEvent],
    words: EventWords,
    said_on: date | None,
    known: bool = False,
) -> ArticleEvent | None:
    """The event that a clause names ("at the summit") or, for a near election, implies ("swing states").

    None where it names none, where the event lies before `said_on`, or where the clause looks past it
    ("after the summit"). With `known` any word for the event will do, else it must be named as one that the
    reader knows.
    """
    coming = [event for event in events if said_on is None or event.due_on >= said_on]
    tokens = tokenise(clause if coming else "")
    for event in coming:
        patterns = words.families[event.family]
        unmistakable = known or event.family in words.proper
        at = named_at(tokens, patterns) if unmistakable else _pointed_at(tokens, patterns, words)
        if at is None and event.place and event.family in _PLACED:
            at = named_at(tokens, tuple((word, event.place) for word in _PLACE_WORDS))
        if at is not None:
            return None if _looks_past(tokens, at) else event
    for event in coming:
        ahead = _ahead(event, said_on)
        speaks = ahead <= _SOON and named_at(tokens, words.implied.get(event.family, ())) is not None
        at_hand = ahead <= _AT_HAND.get(event.family, timedelta(0))
        if speaks or (at_hand and named_at(tokens, words.at_hand.get(event.family, ())) is not None):
            return event
    return None


def _ahead(event: ArticleEvent, said_on: date | None) -> timedelta:
    """How far an event lies ahead, half a year at most where the text is about it.

    So it is where it names its year, or where an undated one names its contenders.
    """
    if said_on is not None and event.in_year:
        return min(_SOON, event.due_on - said_on)
    if said_on is not None:
        return event.due_on - said_on
    return _SOON if event.source == "fixture" else FARTHEST


def _family_near(text: str, tokens: Tokens, due: DueDate, words: EventWords) -> str | None:
    """The family of the words for an event that stand closest to a date, in the same sentence."""
    first, last = bisect_left(tokens.start, due.start), bisect_left(tokens.start, due.end)
    best: tuple[int, int, str] | None = None
    openers = {family: heads_of(patterns) for family, patterns in words.families.items()}
    for at in range(max(0, first - _NEAR), min(len(tokens), last + _NEAR)):
        if first <= at < last or _breaks(text, tokens, at, first, last):
            continue
        for family, (heads, endings) in openers.items():
            if tokens.low[at] not in heads and not (endings and tokens.low[at].endswith(endings)):
                continue
            patterns = words.families[family]
            size = max((len(pattern) for pattern in patterns if fits(pattern, tokens, at)), default=0)
            distance = first - at - size + 1 if at < first else at - last + 1
            if size and (best is None or (distance, -size) < best[:2]):
                best = (distance, -size, family)
    return best[2] if best else None


def _place_near(tokens: Tokens, due: DueDate) -> str:
    """A capitalised word behind "in" or "at" beside a date: Alaska, Geneva."""
    first = bisect_left(tokens.start, due.start)
    for at in range(max(1, first - 4), min(len(tokens), first + 7)):
        inside = due.start <= tokens.start[at] < due.end
        if tokens.low[at - 1] in _PLACE_WORDS and tokens.capital(at) and not inside:
            return tokens.low[at]
    return ""


def _breaks(text: str, tokens: Tokens, at: int, first: int, last: int) -> bool:
    """Whether a sentence ends between a token and the date."""
    left, right = (at, first) if at < first else (last - 1, at)
    between = text[tokens.end[left] : tokens.start[right]]
    return _SENTENCE_END.search(between) is not None


def _pointed_at(tokens: Tokens, patterns: tuple[tuple[str, ...], ...], words: EventWords) -> int | None:
    """Where the clause names the event as one that the reader knows: "the summit", "beim Gipfel"."""
    low = tokens.low
    for at in openings_of(tokens, patterns):
        if any(fits(pattern, tokens, at) for pattern in patterns):
            dated = at > 0 and low[at - 1].isdigit()
            pointed = not words.pointers.isdisjoint(low[max(0, at - 4) : at])
            if pointed and (dated or low[at] not in words.vague):
                return at
    return None


_PAST_IT = frozenset({"after", "nach", "since", "seit", "following", "last", "letzten", "vergangenen", "until"})
_UNTIL = frozenset({"bis", "until", "till"})
_AFTER = frozenset({"after", "nach"})


def _looks_past(tokens: Tokens, at: int) -> bool:
    """Whether the clause looks past the event; what is put off "until after" it must stay away up to it."""
    before, further = set(tokens.low[max(0, at - 4) : at]), set(tokens.low[max(0, at - 8) : at])
    return bool(before & _PAST_IT) and not (before & _AFTER and further & _UNTIL)
