from datetime import date
from pathlib import Path

import pytest
import yaml

from registry.domain.extraction.date_values import DueDate
from registry.domain.extraction.dates import find_due_dates
from registry.lexicon.dates import load_date_words

CASES = Path(__file__).parent / "cases"
SAID = date(2026, 3, 11)


def rows(name: str) -> list[dict]:
    return yaml.safe_load((CASES / name).read_text(encoding="utf-8"))


def expressions() -> list:
    return [
        pytest.param(language, row, id=f"{language}-{row['words']}")
        for language in ("de", "en")
        for row in rows(f"dates_{language}.yaml")
    ]


def read(language: str, text: str, said_on: date | None = SAID) -> tuple[DueDate, ...]:
    return find_due_dates(text, said_on, load_date_words(language))


@pytest.mark.parametrize(("language", "row"), expressions())
def test_an_expression_opens_the_window_it_names(language: str, row: dict) -> None:
    found = read(language, row["words"], row.get("said_on", SAID))
    assert len(found) == 1, found
    due = found[0]
    assert due.role == row.get("role", "deadline"), due
    for field, key in (("due_on", "due_on"), ("due_from", "from"), ("alternative", "other")):
        if key in row:
            assert getattr(due, field) == row[key], due
