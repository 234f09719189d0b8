"""Weighs what the recognisers saw: a logistic regression whose weights are a reviewed file."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import exp

Features = Mapping[str, float]

# A text with nothing as sure as this holds hardly a prediction; what is taken from it must be surer than elsewhere.
# A few sentences alone say nothing of the kind.
_SURE, _LEAST_WITHOUT, _FEW = 0.6, 0.6, 5


@dataclass(frozen=True, slots=True)
class Scorer:
    """Weights by feature name; `threshold` (0 to 1) is the confidence from which on a span is a candidate.

    A weight named `de|feature` counts for German only and is added to that of `feature`.
    """

    weights: Mapping[str, float]
    bias: float
    threshold: float
    _weights_by_language: dict[str, Mapping[str, float]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def confidence(self, features: Features, language: str) -> float:
        """Probability (0 to 1) that the span with these features is a prediction."""
        total, weights = self.bias, self._of_language(language)
        for name, value in features.items():
            total += value * weights.get(name, 0.0)
        return 1 / (1 + exp(-max(-30.0, min(30.0, total))))

    def _of_language(self, language: str) -> Mapping[str, float]:
        """The weight of each feature for texts in that language, added up once."""
        known = self._weights_by_language.get(language)
        if known is None:
            own = {name.partition("|")[2]: w for name, w in self.weights.items() if name.startswith(f"{language}|")}
            known = {name: self.weights.get(name, 0.0) + own.get(name, 0.0) for name in {*self.weights, *own}}
            self._weights_by_language[language] = known
        return known

    def least(self, confidences: Iterable[float], sentences: int) -> float:
        """The confidence from which on a span is a candidate, given those of all spans of the text and its length."""
        if sentences < _FEW or max(confidences, default=0.0) >= _SURE:
            return self.threshold
        return max(self.threshold, _LEAST_WITHOUT)

    def strongest(self, features: Features, language: str, count: int = 5) -> list[tuple[str, float]]:
        """The features that moved the confidence most, with their share of the log odds."""
        moved = [
            (name, value * (self.weights.get(name, 0.0) + self.weights.get(f"{language}|{name}", 0.0)))
            for name, value in features.items()
        ]
        return sorted(moved, key=lambda item: (-abs(item[1]), item[0]))[:count]
