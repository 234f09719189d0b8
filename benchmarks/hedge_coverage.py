"""How many hedges of annotated claims the hedge table holds, and how near its figures come to a reader's.

    python benchmarks/hedge_coverage.py [GROUP ...]

A prediction counts as covered where the table finds words of certainty in its quotes that share a word with the hedge
which the reader marked; those without one, and announcements and vague ones, are left out. Readers also mark plain
verbs in the present ("the storm passes on Friday"), which no table holds. The floor is one figure, that of the bare
future, for every prediction.
"""

import re
import sys
from collections import defaultdict
from statistics import fmean

from benchmarks._extraction_gold import GoldArticle, read_gold
from registry.domain.extraction.hedges import read_hedge
from registry.lexicon.hedges import load_hedges

BARE_FUTURE = 0.95
_WORD = re.compile(r"\w+")


def measured(gold: list[GoldArticle]) -> dict[str, float]:
    """Claims with a hedge, the share that the table holds, and mean gaps of probability: the table's, the floor's."""
    table = load_hedges()
    figures: dict[str, list[float]] = defaultdict(list)
    for article in gold:
        for marked in article.annotations:
            if not (marked.required and marked.hedge):
                continue
            quoted = " ".join(article.text[start:end] for start, end in marked.spans)
            reading = read_hedge(quoted, article.language, table, plain=True)
            said = set(_WORD.findall(marked.hedge.lower()))
            figures["covered"].append(reading is not None and bool(said & set(_WORD.findall(reading.phrase.lower()))))
            if marked.probability is not None and reading is not None:
                figures["gap"].append(abs(reading.probability - marked.probability))
                figures["floor_gap"].append(abs(BARE_FUTURE - marked.probability))
    return {"n": len(figures["covered"])} | {name: fmean(values) for name, values in figures.items()}


def main() -> None:
    for group in sys.argv[1:] or ["seeds", "train", "dev"]:
        for language in ("de", "en"):
            gold = [one for one in read_gold(group) if one.language == language]
            if gold:
                figures = "  ".join(f"{name} {value:.3f}" for name, value in measured(gold).items())
                print(f"{group:6} {language}  {figures}")


if __name__ == "__main__":
    main()
