import pytest

from registry.domain.extraction.word_order import first_constituent, with_verb_second
from tests.extraction_texts import language, passage


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("die Bahn den Vertrag verliert", "die Bahn"),
        ("die Zahl der Anträge in Köln steigt", "die Zahl der Anträge"),
        ("der Rat der Stadt den Antrag ablehnt", "der Rat der Stadt"),
        ("Bund und Länder sich einigen", "Bund und Länder"),
        ("der neue Minister Jonas Roth bald geht", "der neue Minister Jonas Roth"),
        ("die Deutsche Bahn bald fährt", "die Deutsche Bahn"),
        ("im nächsten Jahr die Preise steigen", "im nächsten Jahr"),
        ("es bald regnet", "es"),
        ("das Wetter besser wird", "das Wetter"),
        ("drei Züge ausfallen", ""),
        ("bald die Preise steigen", ""),
    ],
)
def test_the_first_constituent_of_a_clause_is_told_or_left_open(words: str, first: str) -> None:
    tokens = passage("de", words).tokens
    assert " ".join(t.text for t in tokens[: first_constituent(tokens, language("de"))]) == first


@pytest.mark.parametrize(
    ("words", "verb", "sentence"),
    [
        ("der Preis sinken wird", -1, "der Preis wird sinken"),
        ("wird der Preis sinken", 0, "der Preis wird sinken"),
        ("der Preis sinkt", -1, "der Preis sinkt"),
        ("der Preis ansteigt", -1, ""),
    ],
)
def test_the_verb_moves_to_the_second_place_unless_it_would_part(words: str, verb: int, sentence: str) -> None:
    tokens = passage("de", words).tokens
    order = range(len(tokens))
    moved = with_verb_second(tokens, order, order[verb], language("de"))
    assert " ".join(tokens[i].text for i in moved) == sentence
