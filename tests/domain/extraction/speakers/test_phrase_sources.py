import pytest

from registry.domain.extraction.names import find_names
from registry.domain.extraction.speakers.phrase_sources import phrase_sources
from tests.extraction_texts import language, passage


@pytest.mark.parametrize(
    ("code", "text", "named"),
    [
        ("de", "Laut Karl Otte steigen die Preise.", ["Karl Otte"]),
        ("de", "Karl Otte zufolge steigen die Preise.", ["Karl Otte"]),
        ("de", "Die Preise steigen, so Karl Otte.", ["Karl Otte"]),
        ("de", "Die Preise steigen so schnell wie nie.", []),
        ("en", "According to Ada Hale prices will rise.", ["Ada Hale"]),
        ("en", "Ada Hale paid according to the list.", []),
    ],
)
def test_a_phrase_names_its_source(code: str, text: str, named: list[str]) -> None:
    read = passage(code, text)
    names = list(find_names(read.tokens, language(code)))
    found = phrase_sources(read, names, language(code))
    assert [source.name.text for source in found if source.name is not None] == named
