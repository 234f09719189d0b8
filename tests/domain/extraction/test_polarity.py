import pytest

from registry.domain.extraction.features import lead_of
from registry.domain.extraction.polarity import polarity_of
from tests.extraction_texts import passage


@pytest.mark.parametrize(
    ("code", "text", "says"),
    [
        ("de", "Der Preis wird steigen.", "yes"),
        ("de", "Der Preis wird nicht steigen.", "no"),
        ("de", "Niemand wird gewinnen.", "no"),
        ("de", "Wenn er nicht geht, wird er verlieren.", "yes"),
        ("de", "Das Loch wird nicht zwei, sondern drei Meter tief.", "yes"),
        ("de", "Die Bank wird es nicht ausschließen können.", "yes"),
        ("en", "The price will never fall.", "no"),
        ("en", "The deal won't last.", "no"),
    ],
)
def test_a_negation_in_the_clause_of_the_verb_turns_the_claim(code: str, text: str, says: str) -> None:
    read = passage(code, text)
    unit = next(read.units())
    assert polarity_of(read, lead_of(unit), None) == says


def test_a_negation_inside_the_condition_does_not_count() -> None:
    text = "The price will rise if it does not rain."
    read = passage("en", text)
    unit = next(read.units())
    assert polarity_of(read, lead_of(unit), (text.index("if"), len(text))) == "yes"


def test_without_a_leading_reading_a_claim_affirms() -> None:
    read = passage("en", "The price will never fall.")
    assert polarity_of(read, None, None) == "yes"
