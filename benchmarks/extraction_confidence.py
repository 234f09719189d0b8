"""What an extractor's confidence is worth: the share of right candidates by confidence, and what each threshold gives.

    python benchmarks/extraction_confidence.py [--quick] [--write]

Each article is measured by a scorer that was learnt without it. The floor is the share of right ones among all
candidates, whatever their confidence. `--write` keeps the table in registry/lexicon/scorer_confidence.csv.
"""

import argparse
import csv
import sys
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np

from benchmarks._extraction_gold import FLOOR, GoldArticle, match, overlap
from benchmarks._extraction_training import learn, read_articles, rows_of_articles, rows_of_cases, with_scorer
from benchmarks.extraction_folds import FOLDS, THRESHOLD, candidates_of, learnable
from registry.domain.extraction.candidate import Candidate
from registry.lexicon import load

PASSES = 4
BANDS = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
TARGET = Path(__file__).resolve().parents[1] / "registry" / "lexicon" / "scorer_confidence.csv"


class Judged(NamedTuple):
    """A candidate's confidence, and whether it is one of the predictions wanted."""

    confidence: float
    right: bool


def judged_candidates(gold: Sequence[GoldArticle], passes: int) -> Iterator[Judged]:
    """Every candidate of every pass that is either wanted or wrong."""
    lexicon = load()
    articles = read_articles(gold, lexicon)
    rows = [*rows_of_articles(gold, articles, lexicon), *rows_of_cases(lexicon)]
    for seed in range(passes):
        order = np.random.default_rng(seed).permutation([one.name for one in gold])
        for fold in range(FOLDS):
            held = set(order[fold::FOLDS])
            learnt = with_scorer(lexicon, learn([row for row in rows if row.article not in held], THRESHOLD))
            for one in gold:
                if one.name in held:
                    found = candidates_of(articles[one.name], learnt, BANDS[0])
                    yield from _judged(one, found)


def _judged(article: GoldArticle, found: Sequence[Candidate]) -> Iterator[Judged]:
    pairs = match(article.annotations, found)
    wanted = {j for i, j in pairs.items() if article.annotations[i].required}
    for j, candidate in enumerate(found):
        touched = [a for a in article.annotations if overlap(a.spans, candidate.quotes) >= FLOOR]
        if j in wanted or not touched or any(a.required for a in touched):
            yield Judged(candidate.confidence, j in wanted)


def table_of(judged: Sequence[Judged], passes: int, required: int) -> list[dict[str, float]]:
    """One line for each band: how many, how many of them right, and precision and recall from its lower bound on."""
    lines = []
    for low, high in pairwise(BANDS):
        inside = [one.right for one in judged if low <= one.confidence < high]
        above = [one.right for one in judged if one.confidence >= low]
        lines.append(
            {
                "confidence_from": low,
                "confidence_to": high,
                "candidates": len(inside) / passes,
                "precision": round(sum(inside) / max(1, len(inside)), 3),
                "precision_from_here": round(sum(above) / max(1, len(above)), 3),
                "recall_from_here": round(sum(above) / passes / required, 3),
            }
        )
    return lines


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="one pass instead of four")
    parser.add_argument("--write", action="store_true", help="keep the table beside the weights")
    gold = learnable()
    required = sum(a.required for one in gold for a in one.annotations)
    words = parser.parse_args()
    passes = 1 if words.quick else PASSES
    judged = list(judged_candidates(gold, passes))
    lines = table_of(judged, passes, required)
    print(f"floor, all candidates alike: precision {np.mean([one.right for one in judged]):.3f}")
    for line in lines:
        print(f"{line['confidence_from']:.1f} {line['precision']:.3f} {'#' * round(40 * line['precision'])}")
    with TARGET.open("w", encoding="utf-8", newline="") if words.write else sys.stdout as out:
        writer = csv.DictWriter(out, list(lines[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(lines)


if __name__ == "__main__":
    main()
