"""Reads a language file (TOML) into a frozen value and says what is wrong with one that cannot be read."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from registry.domain.errors import Invalid
from registry.domain.extraction.lexicon import LanguageLexicon, Morphology
from registry.domain.extraction.phrases import build_index

_MARGINS = frozenset({"furniture", "tail"})


def read_language(path: Path, given_names: frozenset[str] = frozenset()) -> LanguageLexicon:
    """The language of one file. Raises Invalid with the file and the faulty key when it does not hold what it must.

    `given_names` are lower-case first names that serve every language.
    """
    data = _toml(path)
    code, capitals = data.get("code"), data.get("noun_capitals", False)
    if not isinstance(code, str) or len(code) != 2 or not isinstance(capitals, bool):
        raise Invalid(f"{path.name}: `code` must be two letters (ISO 639-1) and `noun_capitals` true or false")
    classes, words = _lists(path, data, "classes"), _lists(path, data, "words")
    try:
        index = build_index({k: v for k, v in classes.items() if k not in _MARGINS}, capitals)
        margins = build_index({k: v for k, v in classes.items() if k in _MARGINS}, capitals)
    except ValueError as fault:
        raise Invalid(f"{path.name}: {fault}") from fault
    sets = {name: frozenset(forms) for name, forms in words.items()} | {"given_names": given_names}
    return LanguageLexicon(code, index, sets, capitals, _morphology(path, data.get("morphology", {})), margins=margins)


def read_given_names(path: Path) -> frozenset[str]:
    """The lower-case given names of one file. Raises Invalid when it does not hold them."""
    names = _toml(path).get("given_names")
    if not isinstance(names, str):
        raise Invalid(f"{path.name}: `given_names` must be a text of names with spaces between them")
    return frozenset(names.lower().split())


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise Invalid(f"{path.name} is not a readable TOML file: {fault}") from fault


def _morphology(path: Path, data: Mapping[str, Any]) -> Morphology:
    known = {f.name for f in fields(Morphology)}
    if unknown := sorted(set(data) - known):
        raise Invalid(f"{path.name}: [morphology] knows {', '.join(sorted(known))}, not {', '.join(unknown)}")
    patterns = {"infinitive", "participle", "preterite", "finite", "adjective", "subjunctive"}
    try:
        read: dict[str, Any] = {k: re.compile(v) if k in patterns else v for k, v in data.items()}
        return Morphology(**read)
    except (re.error, TypeError) as fault:
        raise Invalid(f"{path.name}: [morphology] holds a pattern that cannot be read: {fault}") from fault


def _lists(path: Path, data: Mapping[str, Any], table: str) -> dict[str, list[str]]:
    found = data.get(table, {})
    for name, phrases in found.items():
        if not isinstance(phrases, list) or not all(isinstance(p, str) and p for p in phrases):
            raise Invalid(f"{path.name}: [{table}] {name} must be a list of words or phrases")
    return dict(found)
