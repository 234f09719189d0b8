import pytest

from tests.extraction_texts import passage


@pytest.mark.parametrize(
    ("code", "text", "spans"),
    [
        ("de", "Der Preis wird steigen.", ["Der Preis wird steigen."]),
        (
            "en",
            "Prices will rise and wages will fall.",
            ["Prices will rise", "and wages will fall."],
        ),
        (
            "de",
            "Wenn der Regen ausbleibt, wird die Ernte leiden.",
            ["Wenn der Regen ausbleibt, wird die Ernte leiden."],
        ),
        (
            "de",
            "Forscher erwarten, dass der Pegel steigen wird.",
            ["Forscher erwarten, dass der Pegel steigen wird."],
        ),
        (
            "de",
            "Am Dienstag werde die Front durchziehen, und dann rechne sie mit Frost.",
            ["Am Dienstag werde die Front durchziehen", "und dann rechne sie mit Frost."],
        ),
        (
            "de",
            "Am Freitag fällt im Norden Schnee, im Süden ist Regen möglich.",
            ["Am Freitag fällt im Norden Schnee", "im Süden ist Regen möglich."],
        ),
        (
            "de",
            "Sollte der Zins steigen, so die Bank, brauchten zwei Länder Geld.",
            ["Sollte der Zins steigen, so die Bank, brauchten zwei Länder Geld."],
        ),
        ("de", "Erst Nebel, dann Sonne.", ["Erst Nebel, dann Sonne."]),
        (
            "de",
            "Im Mai wird sie mit Bonn verhandeln, und wenn das scheitert, ist der Weg frei.",
            ["Im Mai wird sie mit Bonn verhandeln", "und wenn das scheitert, ist der Weg frei."],
        ),
        ("de", "Das Haus ist alt, aber das Dach wird halten.", ["aber das Dach wird halten."]),
        ("en", "The law is struck down by Christmas: 30%.", ["The law is struck down by Christmas: 30%."]),
        ("en", "Our bet: a hung parliament by June.", ["Our bet: a hung parliament by June."]),
        (
            "de",
            "Sie glauben, dass die Bank warten wird, also vorerst nichts ändern wird.",
            ["Sie glauben, dass die Bank warten wird, also vorerst nichts ändern wird."],
        ),
        (
            "en",
            "The ferry may not come, but the pilot thinks it will.",
            ["The ferry may not come, but the pilot thinks it will."],
        ),
        (
            "en",
            "The ferry may not come, but the train will leave.",
            ["The ferry may not come", "but the train will leave."],
        ),
        (
            "en",
            "They doubt that the pier lasts, and several expect a new one.",
            ["They doubt that the pier lasts", "and several expect a new one."],
        ),
        (
            "en",
            "Unless it rains, she told the paper, the maize will die.",
            ["Unless it rains, she told the paper, the maize will die."],
        ),
        ("de", "Erst Nebel, dann Sonne, abends Gewitter.", ["Erst Nebel, dann Sonne, abends Gewitter."]),
        (
            "de",
            "Im Norden scheint am Montag die Sonne, im Süden fällt Regen.",
            ["Im Norden scheint am Montag die Sonne", "im Süden fällt Regen."],
        ),
        (
            "de",
            "Am Samstag bleibe es trocken, prognostiziert der Meteorologe.",
            ["Am Samstag bleibe es trocken, prognostiziert der Meteorologe."],
        ),
        (
            "en",
            "It stays dry in the hills on Sunday, forecasters predict.",
            ["It stays dry in the hills on Sunday, forecasters predict."],
        ),
        (
            "en",
            "The seat will fall to the left - just as she believes it will in Ellund.",
            ["The seat will fall to the left - just as she believes it will in Ellund."],
        ),
        ("de", "Gesehen hat man ihn wahrscheinlich nicht.", []),
        ("de", "Das Haus ist alt.", []),
        ("en", "He ate an apple.", []),
    ],
)
def test_a_sentence_is_cut_into_claims(code: str, text: str, spans: list[str]) -> None:
    read = passage(code, text)
    assert [text[slice(*read.span(unit))] for unit in read.units()] == spans
