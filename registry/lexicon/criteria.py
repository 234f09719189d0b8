"""Reads the words for drafts of resolution criteria (`criteria.toml`)."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from registry.domain.errors import Invalid
from registry.domain.extraction.criteria_words import CriteriaLanguage, CriteriaWords, Topic, patterns_of

_FILE = Path(__file__).parent / "criteria.toml"


@cache
def load_criteria(path: Path = _FILE) -> CriteriaWords:
    """Sentences, hints and topics of every language in the file. Raises Invalid where it lacks them."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        codes = [name for name, table in data.items() if isinstance(table, dict)]
        languages = {code: _language(data[code]) for code in codes}
        topics = tuple(_topic(row, codes) for row in data["topic"])
    except (tomllib.TOMLDecodeError, KeyError, TypeError, AttributeError) as fault:
        raise Invalid(f"{path.name} does not hold the words of criteria: {fault}") from fault
    return CriteriaWords(languages, topics)


def _language(table: Mapping[str, Any]) -> CriteriaLanguage:
    if len(table["months"]) != 12:
        raise KeyError("months must be twelve")
    return CriteriaLanguage(
        months=tuple(table["months"]),
        day=table["day"],
        default_source=table["default_source"],
        pronouns=frozenset(table["pronouns"]),
        moods=patterns_of(table["moods"]),
        movements=patterns_of(table["movements"]),
        quantities=frozenset(table["quantities"]),
        modals=frozenset(table["modals"]),
        sentences=dict(table["sentences"]),
        hints=dict(table["hints"]),
    )


def _topic(row: Mapping[str, Any], codes: list[str]) -> Topic:
    return Topic(patterns_of(row["words"]), {code: row[code] for code in codes})
