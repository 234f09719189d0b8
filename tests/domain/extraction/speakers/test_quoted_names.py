import pytest

from registry.domain.extraction.speakers.quoted_names import quoted_name_before, quoted_name_behind
from tests.extraction_texts import language, passage

BEHIND = [
    ("Laut „Stadtbote“ wird es teuer.", "Stadtbote"),
    ("Laut der „Neuen Nord-Zeitung“ wird es teuer.", "Neuen Nord-Zeitung"),
    ("Laut dem Magazin „Nord“ wird es teuer.", "Nord"),
    ("Laut Minister wird „alles“ teuer.", None),
    ("Laut „so wird das nie etwas werden“ wird es teuer.", None),
]


@pytest.mark.parametrize(("text", "name"), BEHIND)
def test_a_short_quotation_behind_a_word_of_source_is_a_name(text: str, name: str | None) -> None:
    assert quoted_name_behind(text, passage("de", text).tokens, 1, language("de")) == name


BEFORE = [
    ("Wie der „Stadtbote“ berichtet, wird es teuer.", "Stadtbote"),
    ("Wie das Magazin „Nord und Süd“ berichtet, wird es teuer.", "Nord und Süd"),
    ("Wie so „Mancher“ berichtet, wird es teuer.", None),
]


@pytest.mark.parametrize(("text", "name"), BEFORE)
def test_a_short_quotation_before_the_verb_is_a_name(text: str, name: str | None) -> None:
    tokens = passage("de", text).tokens
    verb = next(i for i, token in enumerate(tokens) if token.text == "berichtet")
    assert quoted_name_before(text, tokens, verb - 1, language("de")) == name
