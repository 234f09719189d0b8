from datetime import date

import pytest

from registry.domain.extraction.title_dates import date_of_title, headings_of
from registry.lexicon.dates import load_date_words

SAID = date(2026, 11, 2)


@pytest.mark.parametrize(
    ("title", "year"),
    [("Predictions for 2027", 2027), ("Predictions for 2024", None), ("Budget 2027", None), ("Predictions", None)],
)
def test_the_year_of_a_title_counts_where_it_announces_predictions_still_to_come(title: str, year: int | None) -> None:
    due = date_of_title(f"{title}\n\nRents will rise.", SAID, load_date_words("en"))
    assert (due.due_on.year if due and due.due_on else None) == year


def test_an_article_that_was_said_on_no_known_day_has_no_date_in_its_title() -> None:
    assert date_of_title("Predictions for 2027\n\nRents will rise.", None, load_date_words("en")) is None


def test_short_questions_and_capitals_are_headings() -> None:
    text = "WHAT NEXT\nRents will rise.\n  Who pays?  \nDoes " + "anybody " * 12 + "care?\n\n"
    assert [text[a:b].strip() for a, b in headings_of(text)] == ["WHAT NEXT", "Who pays?"]
