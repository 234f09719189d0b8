"""Languages as data. `load()` reads the files that lie beside this module."""

import gc
import json
from functools import cache
from pathlib import Path

from registry.domain.errors import Invalid
from registry.domain.extraction.knowledge import Lexicon
from registry.domain.extraction.scorer import Scorer
from registry.lexicon.criteria import load_criteria
from registry.lexicon.dates import load_date_words
from registry.lexicon.fixtures import load_events
from registry.lexicon.hedges import load_hedges
from registry.lexicon.reader import read_given_names, read_language

_HERE = Path(__file__).parent


@cache
def load(folder: Path = _HERE, own_hedges: Path | None = None) -> Lexicon:
    """The lexicon of every `language_*.toml` in `folder`, with the scorer's weights; read once per process.

    Entries of the TOML file `own_hedges` replace and add to the hedge table's. Raises Invalid where a file cannot
    be read as a language, as weights or as hedges.

    What is read stays as long as the process, so the garbage collector is told to pass it over from then on.
    """
    names = read_given_names(_HERE / "given_names.toml")
    languages = [read_language(path, names) for path in sorted(folder.glob("language_*.toml"))]
    dates = {one.code: load_date_words(one.code) for one in languages if (_HERE / f"dates_{one.code}.toml").exists()}
    lexicon = Lexicon(
        {one.code: one for one in languages},
        read_scorer(_HERE / "scorer.json"),
        dates,
        load_events(),
        load_hedges(own_hedges),
        load_criteria(),
    )
    gc.freeze()
    return lexicon


def read_scorer(path: Path) -> Scorer:
    """The weights of one file. Raises Invalid when it does not hold them."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        return Scorer(dict(data["weights"]), float(data["bias"]), float(data["threshold"]))
    except (ValueError, KeyError, TypeError) as fault:
        raise Invalid(f"{path.name} does not hold the weights of a scorer: {fault}") from fault
