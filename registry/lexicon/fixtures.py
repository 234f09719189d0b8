"""Reads the words for events and the fixtures of public record (`fixtures.toml`)."""

import tomllib
from datetime import date
from functools import cache
from pathlib import Path

from registry.domain.errors import Invalid
from registry.domain.extraction.article_events import EventWords, Fixture
from registry.domain.extraction.date_tokens import tokenise
from registry.domain.extraction.event_values import Brought

_FILE = Path(__file__).parent / "fixtures.toml"


@cache
def load_events(path: Path = _FILE) -> EventWords:
    """Words and fixtures of events. Raises Invalid where the file does not hold them."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        fixtures = tuple(_fixture(row) for row in data["fixture"])
        families, implied = _phrases(data["families"]), _phrases(data["implied"])
        at_hand = _phrases(data["at_hand"])
        pointers, proper, vague = (frozenset(data[name]) for name in ("pointers", "proper", "vague"))
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as fault:
        raise Invalid(f"{path.name} does not hold events: {fault}") from fault
    return EventWords(families, implied, at_hand, fixtures, pointers, proper, vague)


def _phrases(table: dict[str, list[str]]) -> dict[str, tuple[tuple[str, ...], ...]]:
    return {name: tuple(_words(phrase) for phrase in phrases) for name, phrases in table.items()}


def _words(phrase: str) -> tuple[str, ...]:
    """A phrase cut as texts are; a * at its head stays with the first word."""
    words = tokenise(phrase.removeprefix("*")).low
    return ("*" + words[0], *words[1:]) if phrase.startswith("*") else tuple(words)


def _contenders(table: object) -> dict[date, tuple[tuple[str, ...], ...]]:
    if not isinstance(table, dict):
        raise TypeError("contenders must be a table of names by day")
    return {date.fromisoformat(day): tuple(_words(name) for name in names) for day, names in table.items()}


def _early(table: object) -> dict[date, Brought]:
    if not isinstance(table, dict):
        raise TypeError("early must be a table of called_on and instead by day")
    for day, row in table.items():
        if not isinstance(row["called_on"], date) or row["called_on"] >= date.fromisoformat(day):
            raise ValueError(f"{day} must have been called on a day before it")
    return {date.fromisoformat(day): Brought(row["called_on"], row.get("instead")) for day, row in table.items()}


def _fixture(row: dict[str, object]) -> Fixture:
    days, words, context, rule = row.get("days", []), row["words"], row["context"], row.get("rule", "")
    if not (isinstance(days, list) and isinstance(words, list) and isinstance(context, list)):
        raise TypeError(f"{row.get('name')}: days, words and context must be lists")
    if rule not in ("", "us_president", "us_congress") or not all(isinstance(day, date) for day in days):
        raise ValueError(f"{row.get('name')}: days must be dates and the rule one of us_president, us_congress")
    return Fixture(
        family=str(row["family"]),
        name=str(row["name"]),
        words=tuple(_words(str(phrase)) for phrase in words),
        context=tuple(_words(str(phrase)) for phrase in context),
        days=tuple(days),
        early=_early(row.get("early", {})),
        contenders=_contenders(row.get("contenders", {})),
        rule="us_president" if rule == "us_president" else "us_congress" if rule == "us_congress" else "",
    )
