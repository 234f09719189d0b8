import pytest

from tests.extraction_texts import article


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Ada Hale said the mill was old. It would close.", ["Ada Hale", "Ada Hale"]),
        ("Ada Hale said the mill was old. It was likely to close.", ["Ada Hale", "Ada Hale"]),
        ("Ada Hale said the mill was old.\nIt would close.", ["Ada Hale", "Ada Hale"]),
        ("Snow fell. Ada Hale said the mill was old.\nIt would close.", [None, "Ada Hale", None]),
        ("Ada Hale says the mill is old. It would close.", ["Ada Hale", None]),
        ("Ada Hale said the mill was old. The plan is good and would help.", ["Ada Hale", None]),
        ("Ada Hale said the mill was old. I would close it.", ["Ada Hale", None]),
        ("The mill closed. It would be years before it opened.", [None, None]),
    ],
)
def test_a_report_goes_on_in_the_tenses_of_the_past(text: str, speakers: list[str | None]) -> None:
    assert article("en", text).voices.by_sentence == speakers
