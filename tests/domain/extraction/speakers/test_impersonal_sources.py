import pytest

from tests.extraction_texts import article

# Who thinks so where nobody is named; None where what is expected happens there, or then.
CASES = [
    ("Auch im Verein glaubt kaum einer, dass der Trainer bleibt.", "Verein"),
    ("Niemand im Rathaus erwartet, dass die Brücke hält.", "Rathaus"),
    ("Engpässe fürchtet man in den Apotheken nicht.", "Apotheken"),
    ("Im Handel wird für Montag eine Erholung erwartet.", "Handel"),
    ("Unter Händlern gilt eine Senkung als ausgemacht.", "Händler"),
    ("In Norddorf heißt es, der Gipfel werde scheitern.", "Norddorf"),
    ("Aus dem Ministerium hieß es, der Gipfel werde scheitern.", "Ministerium"),
    ("In Norddorf wird ein Rückgang erwartet.", None),
    ("Im Herbst rechnet man mit einem Rückgang.", None),
    ("Im Herbst erwarten viele Bauern einen Rückgang.", "viele Bauern"),
]


@pytest.mark.parametrize(("text", "speaker"), CASES)
def test_a_circle_of_people_may_speak_where_nobody_is_named(text: str, speaker: str | None) -> None:
    assert article("de", text).voices.by_sentence[0] == speaker


def test_those_around_somebody_speak_for_him() -> None:
    voices = article("de", "Präsident Karl Otte bat um Hilfe. In seinem Umfeld heißt es, er werde gehen.").voices
    assert voices.by_sentence[1] == "Karl Otte"
