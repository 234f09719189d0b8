"""How well predictions are found in articles that nothing was learnt from, beside a bare list of cue words.

    python benchmarks/extraction_folds.py [--quick] [--write] [--dev]

Cross-validation split by article: the scorer learns on seven eighths and is measured on the rest, over and over; mean
and spread are printed. The floor takes every sentence with a future or modal verb. Own texts kept aside are measured by
what was learnt from all others. `--write` keeps that and the figures in registry/lexicon/scorer.json; `--dev` adds the
articles kept for a last look.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from benchmarks._extraction_gold import GoldArticle, Tally, count, read_gold, read_own
from benchmarks._extraction_training import Row, learn, read_articles, rows_of_articles, rows_of_cases, with_scorer
from registry.domain.extraction.article import Article, read_dates
from registry.domain.extraction.candidate import Candidate
from registry.domain.extraction.claims import claims_of
from registry.domain.extraction.drafting import draft
from registry.domain.extraction.knowledge import Lexicon
from registry.domain.extraction.restatements import merged
from registry.domain.extraction.scorer import Scorer
from registry.lexicon import load

THRESHOLD = 0.47
FOLDS = 8
FACTS = ("speaker", "polarity", "kind", "due", "no due")
TARGET = Path(__file__).resolve().parents[1] / "registry" / "lexicon" / "scorer.json"


def candidates_of(article: Article, lexicon: Lexicon, threshold: float | None = None) -> list[Candidate]:
    claims = [c for c in claims_of(article, lexicon.scorer) if not c.dismissed]
    usual = lexicon.scorer.least((c.confidence for c in claims), len(article.passages))
    least = usual if threshold is None else threshold
    claims = [c for c in claims if c.confidence >= least]
    dates = read_dates(article, lexicon) if claims else None
    return merged([draft(claim, article, dates, lexicon) for claim in claims])


def fold_tallies(
    gold: Sequence[GoldArticle], articles: dict[str, Article], rows: Sequence[Row], lexicon: Lexicon, seed: int
) -> dict[str, Tally]:
    """One pass over all articles, each measured by a scorer that has not seen it."""
    order = np.random.default_rng(seed).permutation([one.name for one in gold])
    tallies: dict[str, Tally] = defaultdict(Tally)
    for fold in range(FOLDS):
        held = set(order[fold::FOLDS])
        scorer = learn([row for row in rows if row.article not in held], THRESHOLD)
        for one in gold:
            if one.name in held:
                found = candidates_of(articles[one.name], with_scorer(lexicon, scorer))
                count(one, found, tallies[f"{one.group} {one.language}"])
    return tallies


def summary(passes: Sequence[dict[str, Tally]]) -> dict[str, dict[str, float]]:
    table: dict[str, dict[str, float]] = {}
    for name in sorted(passes[0]):
        tallies = [one[name] for one in passes]
        figures = {
            "f1": np.mean([t.f1 for t in tallies]),
            "f1_spread": np.std([t.f1 for t in tallies]),
            "precision": np.mean([t.precision for t in tallies]),
            "recall": np.mean([t.recall for t in tallies]),
        } | {fact: np.mean([t.share(fact) for t in tallies]) for fact in FACTS}
        table[name] = {key: round(float(value), 3) for key, value in figures.items()}
    return table


def show(title: str, table: dict[str, dict[str, float]]) -> None:
    print(f"{title:24}" + "".join(f"{key:>10}" for key in ("f1", "f1_spread", "precision", "recall", *FACTS)))
    for name, figures in table.items():
        print(f"  {name:22}" + "".join(f"{value:10.3f}" for value in figures.values()))


def learnable() -> list[GoldArticle]:
    """What the scorer learns from: the annotated articles beside the project, and own texts."""
    return [*read_gold("train"), *read_gold("seeds"), *read_own("reports"), *read_own("opinions")]


def tallies_of(gold: Sequence[GoldArticle], articles: dict[str, Article], lexicon: Lexicon) -> dict[str, Tally]:
    tallies: dict[str, Tally] = defaultdict(Tally)
    for one in gold:
        count(one, candidates_of(articles[one.name], lexicon), tallies[f"{one.group} {one.language}"])
    return tallies


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="one pass instead of four")
    parser.add_argument("--write", action="store_true", help="learn from all articles and keep the weights")
    parser.add_argument("--dev", action="store_true", help="also measure on the articles kept for a last look")
    words = parser.parse_args()
    lexicon = load()
    gold = learnable()
    articles = read_articles(gold, lexicon)
    rows = [*rows_of_articles(gold, articles, lexicon), *rows_of_cases(lexicon)]
    folds = summary([fold_tallies(gold, articles, rows, lexicon, seed) for seed in range(1 if words.quick else 4)])
    show("unseen, by folds", folds)
    scorer = learn(rows, THRESHOLD)
    learnt = with_scorer(lexicon, scorer)
    show("learnt from these", summary([tallies_of(gold, articles, learnt)]))
    every_cue = with_scorer(lexicon, Scorer({}, 10.0, 0.0))
    show("floor: every cue", summary([tallies_of(gold, articles, every_cue)]))
    for title, unseen in (("kept aside", read_own("aside")), ("last look", read_gold("dev") if words.dev else [])):
        if unseen:
            show(title, summary([tallies_of(unseen, read_articles(unseen, learnt), learnt)]))
    if words.write:
        content = {"bias": scorer.bias, "threshold": THRESHOLD, "folds": folds, "weights": dict(scorer.weights)}
        TARGET.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
