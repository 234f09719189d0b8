from datetime import date

import pytest

from registry.domain.extraction.masthead import find_byline, find_published, find_title
from tests.extraction_texts import language, lexicon

COLUMN = "Das Brot wird teurer | Jonas Roth. 10.02.2025.\n\nDer Preis wird steigen, und das ist gut so."


def test_a_title_is_a_short_line_that_ends_like_no_sentence() -> None:
    assert find_title(COLUMN) == "Das Brot wird teurer"
    assert find_title("Der Preis wird im Herbst steigen.\nUnd mehr.") is None


@pytest.mark.parametrize(
    ("code", "text", "author"),
    [
        ("de", COLUMN, "Jonas Roth"),
        ("de", "Titel des Textes\nVon Jonas Roth\nDer Preis steigt.", "Jonas Roth"),
        ("en", "A title\nBy Ada Hale\nPrices will rise.", "Ada Hale"),
        ("de", "Titel des Textes\nJonas Roth wird gewinnen.", None),
    ],
)
def test_a_byline_stands_behind_its_mark(code: str, text: str, author: str | None) -> None:
    assert find_byline(text, language(code)) == author


@pytest.mark.parametrize(
    ("code", "text", "day"),
    [
        ("de", COLUMN, date(2025, 2, 10)),
        ("de", "Preise Stand: 21.03.2025 06:10 Uhr\nDer Preis steigt.", date(2025, 3, 21)),
        ("en", "Prices\nMarch 3, 2024\nThey will rise.", date(2024, 3, 3)),
        ("en", "Prices will rise on Monday.", None),
    ],
)
def test_a_printed_date_is_found_at_the_top(code: str, text: str, day: date | None) -> None:
    assert find_published(text, lexicon().dates[code]) == day
