import pytest

from registry.domain.extraction.names import find_names
from registry.domain.extraction.speakers.attributions import sources_of
from registry.domain.extraction.speakers.source_phrases import Source
from tests.extraction_texts import language, passage


def who(source: Source) -> str:
    if source.name is not None:
        return source.name.text
    return source.role or source.group or "pronoun"


@pytest.mark.parametrize(
    ("code", "text", "sources"),
    [
        ("de", "„Das wird teuer“, sagte Jonas Roth.", ["Jonas Roth"]),
        ("de", "Jonas Roth sagte, das werde teuer.", ["Jonas Roth"]),
        ("de", "Laut Jonas Roth wird es teuer.", ["Jonas Roth"]),
        ("de", "Das werde teuer, so der Minister.", ["Minister"]),
        ("de", "Jonas Roth zufolge wird es teuer.", ["Jonas Roth"]),
        ("de", "Nach Ansicht von Jonas Roth wird es teuer.", ["Jonas Roth"]),
        ("de", "Analysten erwarten ein Plus.", ["Analysten"]),
        ("de", "Nach Angaben der Polizei wird die Straße gesperrt.", ["Polizei"]),
        ("de", "Er rechnet mit Regen.", ["pronoun"]),
        ("de", "Es werde teuer, sagen Experten.", ["Experten"]),
        ("de", "Russische Experten warnen.", ["Russische Experten"]),
        ("de", "Wenn Jonas Roth das sagt, wird es teuer.", []),
        ("de", "Ich glaube, es wird teuer.", []),
        ("de", "Es werden Schauer erwartet.", []),
        ("de", "Böen von bis zu 90 Kilometern erwartet.", []),
        ("en", "“It will cost us,” said Ada Hale.", ["Ada Hale"]),
        ("en", "According to Ada Hale, it will cost us.", ["Ada Hale"]),
        ("en", "Many commentators believe it will fail.", ["commentators"]),
        ("en", "Ada Hale, chief economist at a bank, said it will fail.", ["Ada Hale"]),
        ("en", "The shares are expected to fall.", []),
        ("en", "I think it will fail.", []),
        ("en", "All fifty states will vote.", []),
    ],
)
def test_a_source_is_read_from_verb_or_preposition(code: str, text: str, sources: list[str]) -> None:
    read = passage(code, text)
    names = list(find_names(read.tokens, language(code)))
    capitals = frozenset(t.low for t in read.tokens if t.is_capital)
    found = sources_of(read, names, language(code), capitals)
    assert [who(s).split()[-1] if who(s) not in sources else who(s) for s in found] == sources
