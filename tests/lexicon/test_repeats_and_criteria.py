from collections.abc import Callable
from pathlib import Path

import pytest

from registry.domain.errors import Invalid
from registry.lexicon.criteria import load_criteria
from registry.lexicon.repeats import load_repeats


def test_opposites_reach_the_words_that_say_the_same() -> None:
    english = load_repeats()["en"]
    assert frozenset({"increase", "decline"}) in english.opposites
    assert frozenset({"rise", "climb"}) not in english.opposites


def test_no_word_is_its_own_opposite() -> None:
    for words in load_repeats().values():
        assert all(len(pair) == 2 for pair in words.opposites)


def test_every_topic_names_a_source_in_every_language() -> None:
    words = load_criteria()
    assert {"de", "en"} <= set(words.languages)
    assert all(set(topic.sources) == set(words.languages) for topic in words.topics)


def test_both_languages_have_the_same_sentences_and_hints() -> None:
    german, english = (load_criteria().languages[code] for code in ("de", "en"))
    assert set(german.sentences) == set(english.sentences)
    assert set(german.hints) == set(english.hints) == {"who", "what", "when", "how_much", "source"}


@pytest.mark.parametrize("load", [load_criteria, load_repeats])
def test_a_faulty_file_is_refused(load: Callable[[Path], object], tmp_path: Path) -> None:
    file = tmp_path / "faulty.toml"
    file.write_text("[de]\nmonths = []\n", encoding="utf-8")
    with pytest.raises(Invalid, match="does not hold"):
        load(file)
