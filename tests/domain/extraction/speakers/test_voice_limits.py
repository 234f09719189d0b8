import pytest

from tests.extraction_texts import article

# A sentence, a word of the claim, and who says it; None for the author.
CASES = [
    ("Analysten rechnen mit Eis, und Otte wird fehlen.", "fehlen", None),
    ("Analysten rechnen mit Eis, bis der Mai kommt, und Otte wird fehlen.", "fehlen", None),
    ("Analysten rechnen mit Eis, und Otte werde fehlen.", "fehlen", "Analysten"),
    ("Analysten sagen, dass Otte fehlen wird.", "fehlen", "Analysten"),
    ("Analysten sagen, Otte wird fehlen.", "fehlen", "Analysten"),
]


@pytest.mark.parametrize(("text", "word", "speaker"), CASES)
def test_what_somebody_says_ends_before_a_further_main_clause(text: str, word: str, speaker: str | None) -> None:
    voices = article("de", text).voices
    read = voices.passages[0]
    at = next(i for i, token in enumerate(read.tokens) if token.text == word)
    unit = next(u for u in read.units() if read.token_range(u)[0] <= at <= read.token_range(u)[1])
    assert voices.speaker_of(0, unit) == speaker


def test_no_comma_tells_how_far_an_english_report_reaches() -> None:
    voices = article("en", "Ada Hale said tariffs hurt, but they will pay off.").voices
    units = list(voices.passages[0].units())
    assert units
    assert {voices.speaker_of(0, unit) for unit in units} == {"Ada Hale"}
