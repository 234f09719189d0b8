from pathlib import Path

import pytest
import yaml

from registry.domain.extraction.features import lead_of
from registry.domain.extraction.pipeline import extract
from registry.domain.extraction.statements import statement_of
from tests.extraction_texts import language, lexicon, passage


@pytest.mark.parametrize(
    ("code", "text", "antecedent", "statement"),
    [
        ("de", "Und der Preis wird wohl steigen.", None, "Der Preis wird steigen."),
        ("de", "Er wird verlieren.", "Jonas Roth", "Jonas Roth wird verlieren."),
        ("en", "But she will probably not run", "Ada Hale", "Ada Hale will not run."),
        ("en", "She will not run.", None, "She will not run."),
        ("de", "„Das Team wird gewinnen“", None, "Das Team wird gewinnen."),
    ],
)
def test_a_statement_stands_on_its_own(code: str, text: str, antecedent: str | None, statement: str) -> None:
    read = passage(code, text)
    unit = next(read.units())
    assert statement_of(read, unit, lead_of(unit), language(code), antecedent) == statement


CASES = yaml.safe_load((Path(__file__).parent / "cases" / "statements.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("code", "text", "statement"), CASES)
def test_a_statement_says_the_claim_without_its_frame_and_hedge(code: str, text: str, statement: str) -> None:
    found = extract(text, lexicon=lexicon(), language=code, author="Max Dent", threshold=0.2).candidates
    assert found[0].statement == statement
