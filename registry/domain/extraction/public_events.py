"""Words that name events in a text, and events whose dates are public record."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache

from registry.domain.extraction.calendar_rules import election_day_us
from registry.domain.extraction.date_tokens import Tokens
from registry.domain.extraction.event_values import ArticleEvent, EventWords, Fixture

FARTHEST = timedelta(days=5 * 366)
_FEWEST_CONTENDERS = 2


def fits(pattern: tuple[str, ...], tokens: Tokens, at: int) -> bool:
    """Whether the words of a pattern stand from a token on; a * at its head stands for any beginning."""
    if at + len(pattern) > len(tokens):
        return False
    head, low = pattern[0], tokens.low
    fits = low[at].endswith(head[1:]) if head.startswith("*") else low[at] == head
    return fits and tokens.follow(pattern[1:], at + 1)


def named_at(tokens: Tokens, patterns: tuple[tuple[str, ...], ...]) -> int | None:
    """The first token from which a pattern stands."""
    return next((at for at in openings_of(tokens, patterns) if any(fits(one, tokens, at) for one in patterns)), None)


def openings_of(tokens: Tokens, patterns: tuple[tuple[str, ...], ...]) -> list[int]:
    """The tokens at which one of the patterns can begin, in order."""
    heads, endings = heads_of(patterns)
    opening = heads & tokens.present
    if endings:
        opening |= {word for word in tokens.present if word.endswith(endings)}
    return [at for at, word in enumerate(tokens.low) if word in opening] if opening else []


@lru_cache(maxsize=1000)
def heads_of(patterns: tuple[tuple[str, ...], ...]) -> tuple[frozenset[str], tuple[str, ...]]:
    """The first words of patterns, and the endings that stand for any beginning."""
    heads = {pattern[0] for pattern in patterns}
    endings = tuple(sorted(head[1:] for head in heads if head.startswith("*")))
    return frozenset(head for head in heads if not head.startswith("*")), endings


def fixtures_of(tokens: Tokens, said_on: date | None, words: EventWords) -> tuple[ArticleEvent, ...]:
    """Fixtures that the article names and whose context it shows, the next one from the day said.

    Where that is unknown, the one whose contenders it names.
    """
    found: list[ArticleEvent] = []
    for fixture in words.fixtures:
        if fixture.context and named_at(tokens, fixture.context) is None:
            continue
        at = named_at(tokens, fixture.words)
        if at is None:
            continue
        year = _year_before(tokens.low, at)
        day = _next_day(fixture, said_on, year) if said_on is not None else _contested_day(fixture, tokens)
        if day is not None:
            in_year = year is not None
            found.append(ArticleEvent(fixture.family, day, "fixture", 0, 0, fixture.name, in_year=in_year))
    return tuple(found)


def _contested_day(fixture: Fixture, tokens: Tokens) -> date | None:
    """The only day of which a text names two contenders; one alone may have stood at many elections."""
    days = [
        day
        for day, names in fixture.contenders.items()
        if sum(named_at(tokens, (name,)) is not None for name in names) >= _FEWEST_CONTENDERS
    ]
    return days[0] if len(days) == 1 else None


def _year_before(lows: Sequence[str], at: int) -> int | None:
    """The year in "the 2028 election"."""
    word = lows[at - 1] if at else ""
    return int(word) if len(word) == 4 and word.isascii() and word.isdigit() else None


def _next_day(fixture: Fixture, said_on: date, year: int | None) -> date | None:
    """The next day of a fixture, as far as it was known on the day said."""
    step = {"us_president": 4, "us_congress": 2}.get(fixture.rule)
    days = list(fixture.days)
    if step is not None:
        days = [election_day_us(y) for y in range(said_on.year, said_on.year + 9) if y % step == 0]
    ahead = sorted(day for day in days if day >= said_on)
    early = fixture.early.get(ahead[0]) if ahead else None
    if early is not None and said_on < early.called_on:
        ahead = [early.instead] if early.instead is not None and early.instead >= said_on else []
    fitting = [day for day in ahead if year is None or day.year == year]
    return fitting[0] if fitting and fitting[0] - said_on <= FARTHEST else None
