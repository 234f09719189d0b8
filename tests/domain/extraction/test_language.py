import pytest

from registry.domain.errors import Invalid
from registry.domain.extraction.language import choose_language
from tests.extraction_texts import lexicon


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Der Preis wird im Herbst steigen, und das ist nicht gut.", "de"),
        ("The price will rise in the autumn, and that is not good.", "en"),
    ],
)
def test_a_language_is_told_by_its_function_words(text: str, code: str) -> None:
    assert choose_language(text, "auto", lexicon()).code == code


def test_a_wanted_language_is_taken_as_it_is() -> None:
    assert choose_language("Hello", "de", lexicon()).code == "de"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Le président ne changera pas son avis avant cet été, selon les journaux parisiens.", "auto"),
        ("1234 5678", "auto"),
        ("Hello", "fr"),
    ],
)
def test_an_unsupported_language_is_refused_with_those_that_are(text: str, wanted: str) -> None:
    with pytest.raises(Invalid, match="de, en"):
        choose_language(text, wanted, lexicon())
