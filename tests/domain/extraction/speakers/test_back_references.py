import pytest

from registry.domain.extraction.speakers.back_references import names_source_before
from tests.extraction_texts import article, language, passage


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("So says Ada Hale.", True),
        ("That is the view of the bank.", True),
        ("Or so Ada Hale thinks.", True),
        ("Ada Hale is certain of it.", True),
        ("That will be the view of the bank.", False),
        ("That was in May.", False),
        ("Ada Hale says little.", False),
    ],
)
def test_some_sentences_only_name_the_source_of_the_one_before(text: str, names: bool) -> None:
    assert names_source_before(passage("en", text), language("en")) is names


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Norham will win. So says Ada Hale.", "Ada Hale"),
        ("Norham will win. That, at least, is what Ada Hale believes.", "Ada Hale"),
        ("Norham will win. That is Ada Hale's prediction.", "Ada Hale"),
        ("Norham will win.\n\nSo says Ada Hale.", None),
        ("Norham will win. My neighbour laughs when I say so.", None),
    ],
)
def test_who_is_named_behind_a_sentence_has_said_it(text: str, speaker: str | None) -> None:
    assert article("en", text).voices.by_sentence[0] == speaker
