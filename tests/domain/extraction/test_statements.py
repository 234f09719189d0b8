import pytest

from registry.domain.extraction.statements import statement_of
from tests.extraction_texts import language, passage


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
    assert statement_of(read, next(read.units()), language(code), antecedent) == statement
