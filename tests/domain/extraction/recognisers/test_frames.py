import pytest

from tests.extraction_texts import readings


@pytest.mark.parametrize(
    ("code", "text", "kind"),
    [
        ("de", "Ökonomen rechnen mit einer Rezession.", "expect"),
        ("de", "Dem Verein droht der Abstieg.", "threaten"),
        ("de", "Der Verband befürchtet Entlassungen.", "fear"),
        ("de", "Vermutlich fällt die Entscheidung im Mai.", "hedge"),
        ("de", "Die Forscher hatten mit mehr Regen gerechnet.", "expect_past"),
        ("de", "Die Bank senkte ihre Wachstumsprognose auf 0,5 Prozent.", "expect"),
        ("de", "Der Verband fürchte Entlassungen, hieß es.", "fear"),
        ("de", "Sie glaubt, dass die Koalition zerbricht.", "believe"),
        ("de", "Dass die Koalition zerbricht, glaubt niemand.", "believe"),
        ("de", "Von den 340 notierten Firmen dürften vermutlich viele scheitern.", "hedge"),
        ("en", "Analysts expect a rise.", "expect"),
        ("en", "The firm is expected to grow.", "expect"),
        ("en", "A new dispute looms.", "threaten"),
        ("en", "Analysts had expected more.", "expect_past"),
    ],
)
def test_words_that_frame_a_claim_are_read_with_their_time(code: str, text: str, kind: str) -> None:
    assert kind in {found for found, _ in readings(code, text)}


@pytest.mark.parametrize("text", ["Sie glaubt an Gott.", "Die Koalition zerbricht, glaubt sie."])
def test_a_belief_without_what_is_believed_frames_nothing(text: str) -> None:
    assert "believe" not in {found for found, _ in readings("de", text)}


def test_a_forecast_that_was_revised_is_what_they_expect_now() -> None:
    assert "expect" in {kind for kind, _ in readings("en", "The house lowered its forecast for growth to 1 per cent.")}
    assert "expect" not in {kind for kind, _ in readings("en", "The house lowered its fence to the ground.")}


def test_what_is_guessed_or_believed_of_the_past_is_told_apart() -> None:
    assert ("hedge_perfect", "vermutlich") in readings("de", "Er hat vermutlich gelogen.")
    assert ("hedge_perfect", "wahrscheinlich") in readings("de", "Gesehen hat man ihn wahrscheinlich nicht.")
    assert ("hedge", "wohl") in readings("de", "Die Zahl hat sich bis 2040 wohl verdoppelt.")
    assert "believe" not in {kind for kind, _ in readings("de", "Sie glaubt, dass er gelogen hat.")}
    assert "believe" in {kind for kind, _ in readings("de", "Sie glaubt, dass der Streik noch lange dauert.")}


def test_an_english_past_of_words_reported_is_no_past() -> None:
    for text in ("She said the dam was likely to burst.", "The dam was likely to burst, she said."):
        assert "hedge" in {kind for kind, _ in readings("en", text)}
    for text in ("The dam was likely to burst.", "She said it had been likely from the start."):
        assert "hedge" not in {kind for kind, _ in readings("en", text)}
