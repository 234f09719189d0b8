import pytest

from registry.domain.extraction.asides import asides_of
from registry.domain.extraction.features import lead_of
from tests.extraction_texts import article


@pytest.mark.parametrize(
    ("code", "text", "left_out"),
    [
        ("de", "Der Preis werde sinken, hieß es in dem Papier.", ", hieß es in dem Papier."),
        ("de", "„Alles wird gut“, stand auf dem Plakat.", ", stand auf dem Plakat."),
        ("de", "Der Preis wird, sagt Ina Lohr, im Mai sinken.", ", sagt Ina Lohr,"),
        ("de", "Der Preis werde sinken, sagt Ina Lohr, der Lohn liege schon hoch.", ", sagt Ina Lohr"),
        ("de", "Kommt kein Frost, fällt laut Ina Lohr die Messe aus.", ""),
        ("de", "Ina Lohr, die das Amt leitet, schreibt mir, der Preis werde sinken.", ""),
        ("en", "Prices will fall, its chief, Ada Hale, said.", ", its chief, Ada Hale, said."),
        ("en", "Ada Hale, who will decide the case, said little.", ""),
    ],
)
def test_what_only_names_the_source_is_left_out(code: str, text: str, left_out: str) -> None:
    read = article(code, text)
    passage, sources = read.passages[0], read.voices.named_in(0)
    unit = next(unit for unit in passage.units())
    lead = lead_of(unit)
    assert lead is not None
    pieces = [i for piece in asides_of(passage, unit, lead, sources, read.language) for i in piece]
    start, end = (passage.tokens[pieces[0]].start, passage.tokens[pieces[-1]].end) if pieces else (0, 0)
    assert text[start:end] == left_out
