"""Words that name events in a text, and events whose dates are public record."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache

from registry.domain.extraction.calendar_rules import election_day_us
from registry.domain.extraction.date_tokens import Token
from registry.domain.extraction.event_values import ArticleEvent, EventWords, Fixture

FARTHEST = timedelta(days=5 * 366)
_FEWEST_CONTENDERS = 2


def fits(pattern: tuple[str, ...], tokens: Sequence[Token], at: int) -> bool:
    """Whether the words of a pattern stand from a token on; a * at its head stands for any beginning."""
    if at + len(pattern) > len(tokens):
        return False
    head, rest = pattern[0], pattern[1:]
    fits = tokens[at].low.endswith(head[1:]) if head.startswith("*") else tokens[at].low == head
    return fits and all(tokens[at + 1 + k].low == word for k, word in enumerate(rest))


def named_at(
    tokens: Sequence[Token], patterns: tuple[tuple[str, ...], ...], present: frozenset[str] | None = None
) -> int | None:
    """The first token from which a pattern stands; `present` holds all words of a text that is asked often."""
    heads, endings = heads_of(patterns)
    if present is not None and heads.isdisjoint(present):
        ends = endings and any(word.endswith(endings) for word in present)
        if not ends:
            return None
    for at, token in enumerate(tokens):
        may_begin = token.low in heads or (endings and token.low.endswith(endings))
        if may_begin and any(fits(pattern, tokens, at) for pattern in patterns):
            return at
    return None


@lru_cache(maxsize=1000)
def heads_of(patterns: tuple[tuple[str, ...], ...]) -> tuple[frozenset[str], tuple[str, ...]]:
    """The first words of patterns, and the endings that stand for any beginning."""
    heads = {pattern[0] for pattern in patterns}
    endings = tuple(sorted(head[1:] for head in heads if head.startswith("*")))
    return frozenset(head for head in heads if not head.startswith("*")), endings


def fixtures_of(tokens: Sequence[Token], said_on: date | None, words: EventWords) -> tuple[ArticleEvent, ...]:
    """Fixtures that the article names and whose context it shows, the next one from the day said.

    Where that is unknown, the one whose contenders it names.
    """
    lows = [token.low for token in tokens]
    present = frozenset(lows)
    found: list[ArticleEvent] = []
    for fixture in words.fixtures:
        if fixture.context and named_at(tokens, fixture.context, present) is None:
            continue
        at = named_at(tokens, fixture.words, present)
        if at is None:
            continue
        year = _year_before(lows, at)
        day = _next_day(fixture, said_on, year) if said_on is not None else _contested_day(fixture, tokens)
        if day is not None:
            in_year = year is not None
            found.append(ArticleEvent(fixture.family, day, "fixture", 0, 0, fixture.name, in_year=in_year))
    return tuple(found)


def _contested_day(fixture: Fixture, tokens: Sequence[Token]) -> date | None:
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
