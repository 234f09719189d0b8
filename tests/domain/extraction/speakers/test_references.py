import pytest

from tests.extraction_texts import article


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Carl Bond sat down. The 52-year-old fears a flood.", "Carl Bond"),
        ("Ada Hale's widow spoke. She fears a flood.", "Ada Hale's widow"),
        ("Shares in Vantor Mills fell. The company said sales would drop.", "Vantor Mills"),
        ("Vantor Mills cut jobs. Sales will drop, Vantor said.", "Vantor Mills"),
        ("The Bank of Norland met. The bank expects inflation.", "Bank of Norland"),
        ("The Norland Institute met. It expects growth.", "Norland Institute"),
        ("The Norland Institute met. Its forecast is for growth.", "Norland Institute"),
        ("The agency met. It now expects growth.", "agency"),
        ("It met. It expects growth.", None),
        ("The Norland Institute met. It shows that growth will come.", None),
        ("Rain fell in Norham City. The company expects growth.", "company"),
    ],
)
def test_a_role_a_pronoun_or_a_common_noun_means_whom_the_text_named(text: str, speaker: str | None) -> None:
    assert article("en", text).voices.by_sentence[1] == speaker
