from pathlib import Path
from string import Formatter

import pytest

from registry.domain.errors import Invalid
from registry.lexicon.messages import load_messages


def gaps(phrase: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(phrase) if name}


def test_german_says_all_that_english_says_with_the_same_gaps() -> None:
    english, german = load_messages("en").phrases, load_messages("de").phrases
    assert {name: gaps(phrase) for name, phrase in english.items()} == {
        name: gaps(phrase) for name, phrase in german.items()
    }


def test_a_language_without_words_is_written_to_in_english() -> None:
    assert load_messages("fi").phrases == load_messages("en").phrases


@pytest.mark.parametrize("text", ["day = 1", "no toml", "phrases = 3\nday = ''"])
def test_a_file_that_holds_no_words_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "messages_en.toml").write_text(text)
    with pytest.raises(Invalid, match="messages_en"):
        load_messages("en", tmp_path)
