import pytest

from registry.domain.extraction.names import find_names
from registry.domain.extraction.speakers.clause_sources import clause_sources
from tests.extraction_texts import article, language, passage


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Ada Hale, who expects rates to rise by June, left.", ["Ada Hale"]),
        ("Brokers at Vantor, who expect rates to rise, left.", ["Brokers at Vantor"]),
        ("The Norland Bank sold it, warning that sales would fall.", ["Norland Bank"]),
        ("Ada Hale, who left in May, is back.", []),
        ("Sales fell, leaving the firm in debt.", []),
    ],
)
def test_a_dependent_clause_has_a_source_of_its_own(text: str, named: list[str]) -> None:
    read = passage("en", text)
    names = list(find_names(read.tokens, language("en")))
    assert [s.name.text if s.name else s.group for s in clause_sources(read, names, language("en"))] == named


def test_who_speaks_for_a_clause_does_not_speak_for_the_sentence() -> None:
    assert article("en", "Ada Hale, who expects rain, will resign.").voices.by_sentence == [None]
