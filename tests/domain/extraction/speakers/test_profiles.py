import pytest

from tests.extraction_texts import article


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "Ada Hale, economist\n\nRates will rise. It will rain.\n\nCarl Bond, farmer\n\nPrices will fall.",
            ["Ada Hale", "Ada Hale", "Ada Hale", "Carl Bond", "Carl Bond"],
        ),
        (
            "We asked.\n\nAda Hale (Norland Bank): Rates will rise. It will rain.\n\nCarl Bond: Prices will fall.",
            [None, "Ada Hale", "Ada Hale", "Carl Bond"],
        ),
        ("Ada Hale, economist\n\nRates will rise.", [None, None]),
        (
            "Ada Hale, health. Rates will rise.\n\nCarl Bond, local news. Prices will fall. It will rain.",
            ["Ada Hale", "Ada Hale", "Carl Bond", "Carl Bond", "Carl Bond"],
        ),
        ("Ada Hale, health. Rates will rise.\n\nCarl Bond, aged 44, left. Prices will fall.", [None] * 4),
        ("Global Economy\n\nRates will rise.\n\nMiddle East\n\nPrices will fall.", [None, None, None, None]),
    ],
)
def test_a_text_lets_several_people_have_their_say_in_turn(text: str, speakers: list[str | None]) -> None:
    assert article("en", text).voices.by_sentence == speakers


@pytest.mark.parametrize(
    ("title", "told", "speaker"),
    [
        ("Forecasts for 2031", "Ada Hale runs a mill. Milk will be dear.", "Ada Hale"),
        ("Forecasts for 2031", "Ada Hale runs a mill. She will sell it.", None),
        ("Forecasts for 2031", "Ada Hale runs a mill. Hale will sell it.", None),
        ("Forecasts for 2031", "Ada Hale will sell her mill. Milk will be dear.", None),
        ("A day in Norham", "Ada Hale runs a mill. Milk will be dear.", None),
    ],
)
def test_a_text_that_promises_forecasts_gives_those_of_whom_a_paragraph_introduces(
    title: str, told: str, speaker: str | None
) -> None:
    assert article("en", f"{title}\n\n{told}").voices.by_sentence[2] == speaker
