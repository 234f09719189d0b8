"""Reads the hedge table (`hedges.toml`) and a user's own entries over it."""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from registry.domain.errors import Fault, Invalid
from registry.domain.extraction.hedge_table import KINDS, HedgeEntry, HedgeTable, HedgeWords
from registry.domain.extraction.phrases import build_index

_FILE = Path(__file__).parent / "hedges.toml"
_NOUN_CAPITALS = {"de": True}


@cache
def load_hedges(own: Path | None = None) -> HedgeTable:
    """The registry's hedge table; entries of `own`, a TOML file of the same shape, replace and add.

    Raises Invalid where a file is missing, is no TOML or holds an entry that breaks a rule.
    """
    table = _parsed(_FILE)
    return read_hedges(table, _parsed(own) if own is not None else None)


def _parsed(path: Path) -> Mapping[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as fault:
        raise Invalid(
            f"The hedge table {path} cannot be read: {fault.strerror}. Give the path of a TOML file."
        ) from fault
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise Invalid(f"The hedge table {path.name} is not a readable TOML file: {fault}") from fault


def parse_hedges(text: str) -> Mapping[str, Any]:
    """A user's own entries given as TOML text. Raises Invalid when it is no TOML."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise Invalid(f"The hedge table is not readable TOML: {fault}") from fault


def read_hedges(data: Mapping[str, Any], own: Mapping[str, Any] | None = None) -> HedgeTable:
    """The table from parsed data; `own` entries replace those of the same language and phrase, or add.

    The version then names both ("2026.1+mine"). Raises Invalid with every faulty entry.
    """
    version = str(data["version"])
    entries = {(e.language, e.phrase): e for e in _entries(data.get("entry", []), version)}
    if own is not None:
        version = f"{version}+{own.get('version', 'own')}"
        for entry in _entries(own.get("entry", []), version, entries):
            entries[entry.language, entry.phrase] = entry
    kept = tuple(entries.values())
    languages = sorted({entry.language for entry in kept} & set(data["negation"]))
    words = {language: _words(language, data, kept) for language in languages}
    return HedgeTable(version, kept, words, dict(data["sources"]) | dict((own or {}).get("sources", {})))


def _entries(
    rows: Iterable[Mapping[str, Any]], version: str, known: Mapping[tuple[str, str], HedgeEntry] | None = None
) -> list[HedgeEntry]:
    entries, faults = [], []
    for number, row in enumerate(rows):
        message = _fault(row)
        if message:
            faults.append(Fault(f"entry.{number}", message))
            continue
        former = (known or {}).get((row["language"], row["phrase"]))
        entries.append(_entry(row, version, former))
    if faults:
        raise Invalid("The hedge table has entries that break a rule: " + "; ".join(f.message for f in faults), faults)
    return entries


def _entry(row: Mapping[str, Any], version: str, former: HedgeEntry | None) -> HedgeEntry:
    """One entry; a user's may leave out the spellings, the kind and the sign of the one that it replaces."""
    return HedgeEntry(
        phrase=row["phrase"],
        language=row["language"],
        kind=row.get("kind", former.kind if former else "graded"),
        low=float(row["low"]),
        mid=float(row["mid"]),
        high=float(row["high"]),
        n=int(row.get("n", 0)),
        source=str(row.get("source", "own")),
        version=version,
        forms=tuple(row.get("forms", former.forms if former else [row["phrase"]])),
        negative=bool(row.get("negative", former.negative if former else False)),
        denied=row.get("denied", former.denied if former else None),
    )


def _fault(row: Mapping[str, Any]) -> str | None:
    """What is wrong with a row, in words that say what would be right, or None."""
    name = row.get("phrase")
    if not isinstance(name, str) or not name.strip():
        return "an entry needs a phrase"
    if not isinstance(row.get("language"), str) or len(row["language"]) != 2:
        return f'{name!r} needs a language of two letters, such as "de"'
    figures = [row.get(key) for key in ("low", "mid", "high")]
    if not all(isinstance(f, int | float) and not isinstance(f, bool) for f in figures):
        return f"{name!r} needs low, mid and high as numbers between 0 and 1"
    low, mid, high = (float(f) for f in figures if f is not None)
    if not 0 <= low <= mid <= high <= 1:
        return f"{name!r} needs 0 <= low <= mid <= high <= 1, not {low}, {mid}, {high}"
    if row.get("kind", "graded") not in KINDS:
        return f"{name!r} has the unknown kind {row['kind']!r}; known are {', '.join(KINDS)}"
    return None


def _words(language: str, data: Mapping[str, Any], entries: tuple[HedgeEntry, ...]) -> HedgeWords:
    capitals = _NOUN_CAPITALS.get(language, False)
    try:
        index = build_index({e.phrase: e.forms for e in entries if e.language == language}, capitals)
        spared = build_index({"spared": data["no_negation"][language]}, capitals)
    except ValueError as fault:
        raise Invalid(f"The hedge table cannot be read: {fault}") from fault
    return HedgeWords(
        index=index,
        numbers=dict(data["numbers"][language]),
        fractions=dict(data["fractions"][language]),
        chance=frozenset(data["chance"][language]),
        negation=frozenset(data["negation"][language]),
        condition=frozenset(data["condition"][language]),
        contrast=frozenset(data["contrast"][language]),
        subordinate=frozenset(data["subordinate"][language]),
        before_relative=frozenset(data["before_relative"][language]),
        complement=frozenset(data["complement"][language]),
        bare_subordinate=frozenset(data["bare_subordinate"][language]),
        main_subject=frozenset(data["main_subject"][language]),
        joiner=frozenset(data["joiner"][language]),
        alternative=frozenset(data["alternative"][language]),
        namesakes=frozenset(data["namesakes"][language]),
        below=tuple(tuple(phrase.split()) for phrase in data["below"][language]),
        above=tuple(tuple(phrase.split()) for phrase in data["above"][language]),
        insight=frozenset(data["insight"][language]),
        no_negation=spared,
    )
