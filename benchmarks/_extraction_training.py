"""Learning the scorer's weights: rows of features from annotated articles and from the project's own sentences."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path

import numpy as np
import yaml
from sklearn.linear_model import LogisticRegression

from benchmarks._extraction_gold import FLOOR, GoldArticle, overlap
from registry.domain.extraction.article import Article, read_article
from registry.domain.extraction.claims import Claim, claims_of
from registry.domain.extraction.knowledge import Lexicon
from registry.domain.extraction.scorer import Scorer

CASES = Path(__file__).resolve().parents[1] / "tests" / "domain" / "extraction" / "cases"
# Strength of the L2 penalty (smaller is stronger), weight of an own sentence beside one from an article, and the fewest
# spans in which a feature must occur.
PENALTY, OWN_WEIGHT, FEWEST = 0.06, 0.4, 4
# How freely the weights of one language, and those of own texts, may differ from the common ones.
LANGUAGE_SCALE, OWN_SCALE = 0.4, 2.0
OWN_GROUPS = frozenset({"reports", "opinions"})
# By group of articles: the seeds were read by two people who agreed in the end; nobody printed the own texts.
WEIGHTS = {"seeds": 2.0, "train": 1.0, "reports": 0.5, "opinions": 0.5}
# An announcement is neither wanted nor wrong, but it is no prediction either.
ANNOUNCED = 0.5
# Beside other own sentences: heavier ones cost more forecasts than they spare announcements.
OWN_ANNOUNCED = 0.3
# An own sentence stands alone, so these say nothing there.
OF_PLACE = ("at_the_top", "short", "length", "open_end")


@dataclass(frozen=True)
class Row:
    """A span to learn from; `own` where it stands in a text of ours."""

    article: str
    language: str
    features: dict[str, float]
    label: bool
    weight: float
    own: bool = False


def read_articles(gold: Sequence[GoldArticle], lexicon: Lexicon) -> dict[str, Article]:
    return {
        one.name: read_article(one.text, lexicon.languages[one.language], one.author, one.published) for one in gold
    }


def rows_of_articles(gold: Sequence[GoldArticle], articles: dict[str, Article], lexicon: Lexicon) -> list[Row]:
    return [
        Row(one.name, one.language, claim.features, label, weight * WEIGHTS[one.group], one.group in OWN_GROUPS)
        for one in gold
        for claim in claims_of(articles[one.name], lexicon.scorer)
        if not claim.dismissed
        for label, weight in _label(claim, one)
    ]


def _label(claim: Claim, gold: GoldArticle) -> Iterator[tuple[bool, float]]:
    """True for a required prediction, a light False for a mere announcement, nothing for what is too vague to tell."""
    span = [claim.passage.span(claim.unit)]
    touched = [a for a in gold.annotations if overlap(a.spans, span) >= FLOOR]
    if any(a.required for a in touched):
        yield True, 1.0
    elif not touched:
        yield False, 1.0
    elif all(a.kind == "announcement" for a in touched):
        yield False, ANNOUNCED


def rows_of_cases(lexicon: Lexicon) -> Iterator[Row]:
    """Rows of the own sentences, save for those kept aside."""
    for code in ("de", "en"):
        for case in yaml.safe_load((CASES / f"claims_{code}.yaml").read_text(encoding="utf-8")):
            article = read_article(case["text"], lexicon.languages[code], None, None)
            claims = [c for c in claims_of(article, lexicon.scorer) if not c.dismissed]
            weight = OWN_WEIGHT * (OWN_ANNOUNCED if case.get("because") == "announcement" else 1.0)
            for claim in claims[: 1 if case["claim"] else None]:
                features = {k: v for k, v in claim.features.items() if k not in OF_PLACE}
                yield Row("", code, features, case["claim"], weight)


def learn(rows: Sequence[Row], threshold: float) -> Scorer:
    """A logistic regression; weights below 0.005 are left out.

    What only own texts teach is learnt in weights of their own, which are left out as well: who writes to order puts
    more traps into a text than a newspaper does.
    """
    seen = Counter(name for row in rows for name in row.features)
    names = sorted(name for name, times in seen.items() if times >= FEWEST)
    scales = {"": 1.0, "de|": LANGUAGE_SCALE, "en|": LANGUAGE_SCALE, "own|": OWN_SCALE}
    columns = {prefix + name: i for i, (prefix, name) in enumerate([*product(scales, names), ("own|", "bias")])}
    table = np.zeros((len(rows), len(columns)))
    for i, row in enumerate(rows):
        prefixes = ["", f"{row.language}|", *(["own|"] if row.own else [])]
        known = {name: value for name, value in row.features.items() if name in columns}
        for prefix in prefixes:
            for name, value in known.items():
                table[i, columns[prefix + name]] = value * scales[prefix]
        if row.own:
            table[i, columns["own|bias"]] = OWN_SCALE
    model = LogisticRegression(C=PENALTY, max_iter=5000)
    model.fit(table, [row.label for row in rows], sample_weight=[row.weight for row in rows])
    learnt = {
        prefix + name: round(float(model.coef_[0][columns[prefix + name]]) * scale, 3)
        for prefix, scale in scales.items()
        for name in names
        if prefix != "own|"
    }
    kept = {name: weight for name, weight in sorted(learnt.items()) if abs(weight) > 0.005}
    return Scorer(kept, round(float(model.intercept_[0]), 3), threshold)


def with_scorer(lexicon: Lexicon, scorer: Scorer) -> Lexicon:
    return replace(lexicon, scorer=scorer)
