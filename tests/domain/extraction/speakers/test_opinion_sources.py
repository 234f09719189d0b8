import pytest

from tests.extraction_texts import article

CASES = [
    ("Karl Ottes Prognose: Der Preis wird steigen.", 0, "Karl Otte"),
    ("Die Prognose von Karl Otte: Der Preis wird steigen.", 0, "Karl Otte"),
    ("Die Befürchtung der Winzer: Der Preis wird fallen.", 0, "Winzer"),
    ("Wirt Karl Otte zählt nach. Sein Fazit lautet: Der Preis wird steigen.", 1, "Karl Otte"),
    ("Die Prognose: Der Preis wird steigen.", 0, None),
    ("Die Prognose der Winzer fiel aus: Der Preis wird steigen.", 0, None),
    ("Unsere Meinung: Der Preis wird steigen.", 0, None),
]


@pytest.mark.parametrize(("text", "sentence", "speaker"), CASES)
def test_who_holds_the_opinion_before_a_colon_says_what_follows(text: str, sentence: int, speaker: str | None) -> None:
    assert article("de", text).voices.by_sentence[sentence] == speaker
