from pathlib import Path

import pytest

from registry.domain.errors import Invalid
from registry.lexicon import load, read_scorer

CLASSES_OF_BOTH = ("future", "would", "could", "expect", "fear", "threaten", "negation", "condition_clause", "say_verb")


def test_german_and_english_are_at_hand_and_read_once() -> None:
    assert set(load().languages) == {"de", "en"}
    assert load() is load()


@pytest.mark.parametrize("code", ["de", "en"])
def test_every_language_has_the_words_that_claims_are_made_of(code: str) -> None:
    index = load().languages[code].index
    held = {p.word_class for table in (index.exact, index.stems) for head in table.values() for p in head.phrases}
    assert set(CLASSES_OF_BOTH) <= held


def test_the_weights_say_how_they_did_on_articles_they_had_not_seen() -> None:
    scorer = load().scorer
    assert 0 < scorer.threshold < 1
    assert scorer.weights["lead:can"] < 0 < scorer.weights["lead:future"]


@pytest.mark.parametrize("text", ["{}", "[]", "no json", '{"weights": {}, "bias": "x", "threshold": 0.4}'])
def test_a_file_without_weights_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "scorer.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Invalid, match=r"scorer\.json"):
        read_scorer(path)
