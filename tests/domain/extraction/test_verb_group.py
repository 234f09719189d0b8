import pytest

from registry.domain.extraction.verb_group import verb_group
from tests.extraction_texts import language, passage

CASES = [
    ("de", "Der Preis wird im Herbst steigen.", "wird", "steigen", True, False, False),
    ("de", "Das Haus wird seit Jahren saniert.", "wird", "saniert", False, True, False),
    ("de", "weil die Brücke gesperrt werden könnte", "könnte", "gesperrt", True, True, False),
    ("de", "Der Täter könnte durch das Fenster eingestiegen sein.", "könnte", "eingestiegen", True, False, True),
    ("de", "Das dürfte viel Geld gekostet haben.", "dürfte", "gekostet", True, False, True),
    ("de", "Die Lage wird schwierig.", "wird", None, False, False, False),
    ("de", "gegen den getrennt ermittelt wird", "wird", "ermittelt", False, True, False),
    ("de", "weil das Dach erneuert werden wird", "wird", "erneuert", True, True, False),
    ("de", "dass er sich nicht entwickeln wird können", "wird", "können", True, False, False),
    ("en", "The price will probably not rise.", "will", "rise", True, False, False),
    ("en", "The law would have been passed.", "would", "passed", True, True, True),
    ("en", "It could be sold.", "could", "sold", True, True, False),
    ("en", "He may have made a mistake.", "may", "made", True, False, True),
    ("en", "They will be looking for savings.", "will", "looking", True, False, False),
]


@pytest.mark.parametrize(("code", "text", "finite", "main", "infinitive", "passive", "perfect"), CASES)
def test_a_finite_verb_finds_what_it_governs(
    code: str, text: str, finite: str, main: str | None, infinitive: bool, passive: bool, perfect: bool
) -> None:
    read = passage(code, text)
    at = next(i for i, token in enumerate(read.tokens) if token.low == finite)
    group = verb_group(read.tokens, at, 0, len(read.tokens) - 1, language(code))
    assert (read.tokens[group.main].text if group.main is not None else None) == main
    assert (group.infinitive, group.passive, group.perfect) == (infinitive, passive, perfect)
