import pytest

from tests.extraction_texts import article

CASES = [
    ("de", "„Das wird nichts“, brummt Otto Kahl.", "Otto Kahl"),
    ("de", "„Das wird nichts“, ruft die Wirtin.", "Wirtin"),
    ("de", "„Das wird nichts“, meist im Regen.", None),
    ("de", "Otto Kahl: „Das wird nichts.“", "Otto Kahl"),
    ("de", "Otto Kahls Fazit: „Das wird nichts.“", "Otto Kahl"),
    ("de", "Anders der Forscher Otto Kahl in Kiel: Das werde nichts.", "Otto Kahl"),
    ("de", "Skeptischer die Bank: Im Herbst werde es eng.", "Bank"),
    ("de", "Anders als Otto Kahl sagt: Das wird nichts.", None),
    ("de", "Ähnlich ging es Otto Kahl: Im Herbst wird es eng.", None),
    ("en", "Ada Hale: “It will fail.”", "Ada Hale"),
]


@pytest.mark.parametrize(("code", "text", "speaker"), CASES)
def test_somebody_speaks_beside_a_quotation_or_a_colon(code: str, text: str, speaker: str | None) -> None:
    assert article(code, text).voices.by_sentence[0] == speaker
