import pytest

from tests.extraction_texts import article


@pytest.mark.parametrize(
    ("code", "text", "speakers"),
    [
        (
            "de",
            "Was kommt?\n\nTelefone ohne Tasten. Ganz sicher. (Ina Lohr, 44)\n\nEin Papst. (Karl Otte, Norddorf)",
            {1: "Ina Lohr", 2: "Ina Lohr", -1: "Karl Otte", 0: None},
        ),
        ("en", "It will rain. (Ada Hale, 44, nurse)\n\nIt will snow. (Carl Bond)", {0: "Ada Hale", -1: "Carl Bond"}),
        ("en", "It will rain. (Ada Hale, 44, nurse)\n\nIt will snow.", {0: None, -1: None}),
        ("en", "It will rain (at last).\n\nIt will snow (Reuters).", {0: None, -1: None}),
    ],
)
def test_who_signs_a_line_in_brackets_says_it(code: str, text: str, speakers: dict[int, str | None]) -> None:
    said = article(code, text).voices.by_sentence
    assert {k: said[k] for k in speakers} == speakers
