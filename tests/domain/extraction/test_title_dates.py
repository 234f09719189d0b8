from datetime import date

import pytest

from registry.domain.extraction.dates import find_due_dates
from registry.domain.extraction.title_dates import date_of_eve, date_of_title, headings_of
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


@pytest.mark.parametrize(
    ("said_on", "lines", "year"),
    [
        (date(2026, 12, 28), 4, 2027),
        (date(2027, 1, 5), 4, 2027),
        (date(2026, 7, 5), 4, None),
        (date(2027, 1, 5), 3, None),
    ],
)
def test_odds_printed_around_new_year_are_for_that_year(said_on: date, lines: int, year: int | None) -> None:
    due = date_of_title("My bets\n\n" + "A comet comes. 60%\n" * lines, said_on, load_date_words("en"))
    assert (due.due_on.year if due and due.due_on else None) == year


def test_short_questions_and_capitals_are_headings() -> None:
    text = "WHAT NEXT\nRents will rise.\n  Who pays?  \nDoes " + "anybody " * 12 + "care?\n\n"
    assert [text[a:b].strip() for a, b in headings_of(text)] == ["WHAT NEXT", "Who pays?"]


LONG = "Nobody in the harbour knows more than that. " * 20


@pytest.mark.parametrize(
    ("lead", "day"),
    [
        ("The probe comes down on Tuesday. ", date(2026, 11, 3)),
        ("The probe comes down on Friday. ", None),  # not the eve
        (
            "On Tuesday it falls. The probe comes down on Tuesday. " + LONG + "Fairs open on May 3 and June 9. ",
            date(2026, 11, 3),
        ),
        ("They must pay by Tuesday. ", None),  # only a limit
        ("The tournament opens on Tuesday. ", None),  # it lasts longer
        ("The probe comes down on Tuesday, the rocket on Wednesday. ", None),  # two days near
        ("The probe comes down on Tuesday. " + LONG + "A trial opens on May 3, a fair on June 9. ", None),  # many days
    ],
)
def test_a_text_stands_on_the_eve_of_the_one_near_day_of_its_lead(lead: str, day: date | None) -> None:
    text = lead + LONG
    due = date_of_eve(text, find_due_dates(text, SAID, load_date_words("en")), SAID, load_date_words("en"))
    assert (due.due_on if due else None) == day


def test_a_text_of_a_few_lines_or_an_undated_one_stands_on_no_eve() -> None:
    text = "The probe comes down on Tuesday."
    dates = find_due_dates(text, SAID, load_date_words("en"))
    assert date_of_eve(text, dates, SAID, load_date_words("en")) is None
    assert date_of_eve(text + LONG, dates, None, load_date_words("en")) is None
