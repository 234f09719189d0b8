import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.domain.extraction.scorer import Scorer

SCORER = Scorer({"a": 2.0, "b": -1.0, "de|a": 0.5}, 0.0, 0.5)


def test_without_features_the_bias_decides() -> None:
    assert SCORER.confidence({}, "de") == pytest.approx(0.5)


def test_a_weight_of_one_language_is_added_to_the_common_one() -> None:
    assert SCORER.confidence({"a": 1.0}, "de") > SCORER.confidence({"a": 1.0}, "en")


def test_the_features_that_moved_most_come_first() -> None:
    assert SCORER.strongest({"a": 1.0, "b": 1.0}, "en", 1) == [("a", 2.0)]


@given(st.dictionaries(st.sampled_from(["a", "b", "c"]), st.floats(-1e6, 1e6)))
def test_confidence_is_a_probability_whatever_the_features(features: dict[str, float]) -> None:
    assert 0 <= SCORER.confidence(features, "de") <= 1
