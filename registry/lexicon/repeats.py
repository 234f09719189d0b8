"""Reads the words for comparing claims (`repeats.toml`)."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

from registry.domain.errors import Invalid
from registry.domain.statement_forms import RepeatWords
from registry.lexicon.dates import load_date_words

_FILE = Path(__file__).parent / "repeats.toml"


@cache
def load_repeats(path: Path = _FILE) -> Mapping[str, RepeatWords]:
    """The words of every language by ISO 639-1 code. Raises Invalid where the file does not hold them."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        return {language: _words(language, table) for language, table in data.items()}
    except (tomllib.TOMLDecodeError, KeyError, TypeError) as fault:
        raise Invalid(f"{path.name} does not hold the words for comparing claims: {fault}") from fault


def _words(language: str, table: Mapping[str, Any]) -> RepeatWords:
    alike = tuple(frozenset(group) for group in table["alike"])
    return RepeatWords(
        language=language,
        empty=frozenset(table["empty"]),
        denials=frozenset(table["denials"]),
        particles=frozenset(table["particles"]),
        opposites=frozenset(_opposites(table["opposites"], alike)),
        alike=alike,
        numbers=dict(table["numbers"]),
        scales=dict(table["scales"]),
        decimal_comma=bool(table["decimal_comma"]),
        dates=load_date_words(language),
    )


def _opposites(pairs: list[list[str]], alike: tuple[frozenset[str], ...]) -> Iterator[frozenset[str]]:
    """Each pair, and each pair of words that say the same as its two."""
    for left, right in pairs:
        lefts = frozenset({left}).union(*(group for group in alike if left in group))
        rights = frozenset({right}).union(*(group for group in alike if right in group))
        yield from (frozenset(pair) for pair in product(lefts, rights) if pair[0] != pair[1])
