import pytest

from tests.extraction_texts import article


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Strike to last until June\n\nThe strike will last until June, Ada Hale said.", "Ada Hale"),
        ("Strike to last until June\n\nPrices rose in May, Ada Hale said.", None),
        ("Strike to last until June\n\nThe strike will last until June.", None),
    ],
)
def test_a_headline_gives_the_words_of_whom_the_text_names_for_them(text: str, speaker: str | None) -> None:
    assert article("en", text).voices.by_sentence[0] == speaker
