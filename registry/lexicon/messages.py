"""The words of messages, one file for each language."""

import tomllib
from functools import cache
from pathlib import Path

from registry.domain.errors import Invalid
from registry.domain.messages import Words

_HERE = Path(__file__).parent
FALLBACK = "en"


@cache
def load_messages(language: str, folder: Path = _HERE) -> Words:
    """The words of that language, English where there are none; read once per process.

    Raises Invalid where the file cannot be read as words.
    """
    path = folder / f"messages_{language}.toml"
    if not path.is_file():
        path = folder / f"messages_{FALLBACK}.toml"
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        return Words({str(name): str(phrase) for name, phrase in data["phrases"].items()}, str(data["day"]))
    except (ValueError, KeyError, AttributeError) as fault:
        raise Invalid(f"{path.name} does not hold the words of messages: {fault}") from fault
