import pytest

from registry.domain.extraction.conditions import conditions_of
from registry.domain.extraction.features import lead_of
from registry.domain.extraction.kinds import kind_of
from tests.extraction_texts import passage


@pytest.mark.parametrize(
    ("code", "text", "kind"),
    [
        ("de", "Der Preis wird steigen.", "forecast"),
        ("de", "Wenn es regnet, wird der Pegel steigen.", "conditional"),
        ("de", "Am Montag wird der Rat abstimmen.", "announcement"),
        ("de", "Am Montag wird der Rat wohl abstimmen.", "forecast"),
        ("en", "The president will visit Japan.", "announcement"),
        ("en", "The president will lose.", "forecast"),
        ("en", "If he runs, he will lose.", "conditional"),
    ],
)
def test_the_kind_follows_from_condition_and_verb(code: str, text: str, kind: str) -> None:
    read = passage(code, text)
    unit = next(read.units())
    lead = lead_of(unit)
    assert kind_of(read, unit, lead, next(conditions_of(read, unit, lead), None)) == kind
