import pytest

from registry.domain.extraction.names import find_names
from registry.domain.extraction.speakers.source_phrases import Source, backward, forward, is_plain_word
from tests.extraction_texts import language, passage


def words(source: Source | None) -> str | None:
    if source is None:
        return None
    return source.name.text if source.name else source.role or source.group or "pronoun"


@pytest.mark.parametrize(
    ("code", "text", "named"),
    [
        ("de", "Laut dem Minister wird es teuer.", "Minister"),
        ("de", "Laut Jonas Roth wird es teuer.", "Jonas Roth"),
        ("de", "Laut einer Umfrage wird es teuer.", "Umfrage"),
        ("en", "Told by Tory MPs, it will fail.", "Tory MPs"),
    ],
)
def test_a_source_stands_behind_its_preposition(code: str, text: str, named: str) -> None:
    read = passage(code, text)
    names = list(find_names(read.tokens, language(code)))
    assert words(forward(read, 1, names, language(code), 0, "before")) == named


@pytest.mark.parametrize(
    ("code", "text", "named"),
    [
        ("de", "Die Kritiker warnen", "Kritiker"),
        ("de", "Die Regierung in Berlin warnt", "Regierung"),
        ("de", "Es gibt warnt", None),
        ("en", "Some critics warn", "critics"),
    ],
)
def test_a_source_stands_before_its_verb_and_not_behind_a_preposition(code: str, text: str, named: str | None) -> None:
    read = passage(code, text)
    names = list(find_names(read.tokens, language(code)))
    verb = len(read.tokens) - 1
    assert words(backward(read, verb - 1, names, language(code), verb, "verb")) == named


def test_an_article_or_a_preposition_names_nobody() -> None:
    assert is_plain_word("der", language("de"))
    assert not is_plain_word("minister", language("de"))
