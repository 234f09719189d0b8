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


@pytest.mark.parametrize(
    ("behind", "speaker"),
    [
        ("The town will be empty by 2031.\n\nThe mayor considers that alarmist.", "Ada Hale"),
        ("The town could be empty. She has been wrong once, she says.", "Ada Hale"),
        (
            "Only when the last mill closes will the water in the three old wells rise again.\n\nShe may be right.",
            "Ada Hale",
        ),
        ("The town will be empty by 2031.", None),
        ("The council will vote on Monday.\n\nThe mayor has a cold.", None),
        ("But the town will be empty by 2031.\n\nThe mayor considers that alarmist.", None),
        ("I think the town will be empty by 2031.\n\nThe mayor considers that alarmist.", None),
        ("Carl Bond will be there.\n\nThe mayor considers that alarmist.", None),
        ("Will the town be empty?\n\nThe mayor considers that alarmist.", None),
    ],
)
def test_a_claim_right_behind_a_report_is_of_the_same_person_if_an_answer_to_them_follows(
    behind: str, speaker: str | None
) -> None:
    voices = article("en", f"Ada Hale runs the wells. The level falls, she says. {behind}").voices
    assert voices.by_sentence[2] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A diplomat who sat through it looked at his watch. He will leave, he said.", "Diplomat"),
        ("Ada Hale left. Another trader stayed. He will leave, he said.", "Trader"),
        ("Ada Hale left. A cold wind rose. It will snow, she said.", "Ada Hale"),
    ],
)
def test_who_enters_without_a_name_may_be_meant_by_a_pronoun(text: str, speaker: str) -> None:
    assert article("en", text).voices.by_sentence[-1] == speaker
