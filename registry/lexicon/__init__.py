"""Languages as data. `load()` reads the files that lie beside this module."""

import json
from functools import cache
from pathlib import Path

from registry.domain.errors import Invalid
from registry.domain.extraction.lexicon import Lexicon
from registry.domain.extraction.scorer import Scorer
from registry.lexicon.reader import read_language

_HERE = Path(__file__).parent


@cache
def load(folder: Path = _HERE) -> Lexicon:
    """The lexicon of every `language_*.toml` in `folder`, with the scorer's weights; read once per process.

    Raises Invalid where a file cannot be read as a language or as weights.
    """
    languages = [read_language(path) for path in sorted(folder.glob("language_*.toml"))]
    return Lexicon({language.code: language for language in languages}, read_scorer(_HERE / "scorer.json"))


def read_scorer(path: Path) -> Scorer:
    """The weights of one file. Raises Invalid when it does not hold them."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        return Scorer(dict(data["weights"]), float(data["bias"]), float(data["threshold"]))
    except (ValueError, KeyError, TypeError) as fault:
        raise Invalid(f"{path.name} does not hold the weights of a scorer: {fault}") from fault
