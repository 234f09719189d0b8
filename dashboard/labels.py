"""Every visible word of the dashboard, in the language that the reader chose.

The words stand in `words/<language>.toml`; a key such as `today.title` names one of them.
"""

import functools
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import streamlit as st

LANGUAGES = {"en": "English", "de": "Deutsch"}
FALLBACK = "en"
KEY = "language"
"""Name of the language in the session and in the address."""

_FOLDER = Path(__file__).parent / "words"


@functools.cache
def words(language: str) -> Mapping[str, str]:
    """All words of a language by their keys."""
    found: dict[str, str] = {}
    for file in sorted(_FOLDER.glob(f"{language}*.toml")):
        found.update(_flat(tomllib.loads(file.read_text(encoding="utf-8"))))
    return found


def language() -> str:
    """The language of this session."""
    chosen = st.session_state.get(KEY)
    return chosen if chosen in LANGUAGES else preferred(st.context.locale)


def preferred(locale: str | None) -> str:
    """The language nearest to a browser's locale, such as `de-AT`."""
    spoken = (locale or "").partition("-")[0].lower()
    return spoken if spoken in LANGUAGES else FALLBACK


def text(key: str, **values: object) -> str:
    """The words of that key. Raises KeyError for a key that does not exist."""
    return words(language())[key].format(**values)


def count(key: str, n: int, **values: object) -> str:
    """The words of `key.one` or `key.many`, with `{n}`."""
    return text(f"{key}.{'one' if n == 1 else 'many'}", n=n, **values)


def _flat(table: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, str]]:
    for name, value in table.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{above}{name}.")
        else:
            yield f"{above}{name}", str(value)
