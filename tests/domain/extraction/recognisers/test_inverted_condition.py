import pytest

from tests.extraction_texts import readings


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Verliert er die Wahl, tritt er zurück."),
        ("de", "Kommt es zum Streit, dann fehlt das Geld."),
        ("de", "Sollte er verlieren, geht er."),
        ("de", "„Sollte sich zeigen, dass er log, muss er gehen“, sagt sie."),
        ("de", "Gewählt wird im Mai; siegt dort die Linke, geht er."),
        ("de", "Lasse sich das Dach retten, könne das Haus stehen bleiben."),
        ("de", "Bleibt der Regen aus, sagt der Bauer, geht der Hof ein."),
        ("en", "Should he lose, he will go."),
    ],
)
def test_a_verb_put_first_is_a_condition(code: str, text: str) -> None:
    assert "inverted_condition" in {kind for kind, _ in readings(code, text)}


@pytest.mark.parametrize(
    "text",
    [
        "Verliert er die Wahl, tritt er dann zurück?",
        "Mitte des Jahres gingen die Öfen aus, sagt er.",
        "Laut Polizei, sagt er, gab es keinen Schaden.",
        "Spielen macht müde, sagt er.",
        "Alte Häuser, die am Hang stehen, werden abrutschen.",
        "Brot und Butter würden nicht teurer, sagt er.",
    ],
)
def test_a_question_a_preposition_or_a_noun_put_first_is_none(text: str) -> None:
    assert "inverted_condition" not in {kind for kind, _ in readings("de", text)}


def test_behind_an_unreal_condition_a_past_form_tells_what_would_be() -> None:
    assert ("would_irreg", "lohnte") in readings("de", "Fiele der Pegel, lohnte sich die Fahrt nicht.")
    assert ("would_irreg", "lohnte") not in readings("de", "Fällt der Pegel, lohnte sich die Fahrt nicht.")
