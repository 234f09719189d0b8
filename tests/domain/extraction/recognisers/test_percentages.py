import pytest

from tests.extraction_texts import readings


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Die Koalition zerbricht bis zum Herbst: 70 %"),
        ("en", "The law is struck down by Christmas (30 percent)"),
        ("en", "The law is struck down by Christmas. 30%"),
    ],
)
def test_a_number_behind_a_statement_is_its_probability(code: str, text: str) -> None:
    assert "stated_odds" in {kind for kind, _ in readings(code, text)}


@pytest.mark.parametrize(
    "text",
    [
        "Inflation: 3 %",
        "Das sind 2 Prozent der Fläche.",
        "Es sind nur noch etwa 3 Prozent.",
        "Die Rendite fiel auf 2,5 (Montag: 2,6) Prozent.",
    ],
)
def test_a_share_is_none(text: str) -> None:
    assert "stated_odds" not in {kind for kind, _ in readings("de", text)}
