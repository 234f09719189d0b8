from datetime import date

import pytest

from registry.domain.extraction.article import read_dates
from registry.domain.extraction.model_windows import Window, window_of
from tests.extraction_texts import article, lexicon

TEXT = (
    "Prices will fall by the end of 2030. The strike will last until the barley is in. "
    "Rents will rise. If wages fall in 2027, shops will close."
)
PRICES = "Prices will fall by the end of 2030."
STRIKE = "The strike will last until the barley is in."
RENTS = "Rents will rise."
SHOPS = "If wages fall in 2027, shops will close."


def window(
    quote: str,
    words: str | None = None,
    first: object = None,
    last: object = None,
    published: date | None = date(2025, 8, 10),
    condition: str | None = None,
) -> Window:
    read = article("en", TEXT, published=published)
    place = (TEXT.index(quote), TEXT.index(quote) + len(quote))
    held = (TEXT.index(condition), TEXT.index(condition) + len(condition)) if condition else None
    return window_of((first, last), words, [place], held, read_dates(read, lexicon()), lexicon(), "en")


@pytest.mark.parametrize("last", ["2030-12-31", "2031-01-01", "soon", None])
def test_words_that_the_grammar_reads_count_as_it_reads_them(last: object) -> None:
    found = window(PRICES, "by the end of 2030", last=last)
    assert (found.due_on, found.text) == (date(2030, 12, 31), "by the end of 2030")
    assert found.rule != "model"


def test_words_that_it_cannot_read_count_as_the_model_says() -> None:
    found = window(STRIKE, "until the barley is in", "2025-08-11", "2025-09-15")
    assert found == Window(date(2025, 8, 11), date(2025, 9, 15), "until the barley is in", "model")


def test_days_out_of_order_lose_the_first() -> None:
    assert window(STRIKE, "until the barley is in", "2026-01-01", "2025-09-15").due_from is None


@pytest.mark.parametrize(
    "last", ["2024-09-15", "2025-02-30", "3000-01-01", "15.9.2025", 20250915, None, {"day": 15}, "x" * 100]
)
def test_a_day_that_is_none_or_before_the_article_is_not_taken(last: object) -> None:
    assert window(STRIKE, "until the barley is in", last=last) == Window()


def test_a_date_without_words_in_the_text_is_no_date() -> None:
    assert window(RENTS, None, last="2025-12-31") == Window()


def test_a_missing_window_is_read_by_the_rules() -> None:
    assert window(PRICES).due_on == date(2030, 12, 31)


def test_the_date_of_a_condition_is_no_deadline() -> None:
    assert window(SHOPS, condition="If wages fall in 2027").due_on is None


def test_without_a_day_of_publication_the_model_may_still_give_a_day() -> None:
    assert window(STRIKE, "until the barley is in", last="2025-09-15", published=None).due_on == date(2025, 9, 15)


def test_a_language_without_a_date_grammar_has_the_model_alone() -> None:
    assert window_of((None, "2026-01-31"), "avant février", [(0, 5)], None, None, lexicon(), "fr").rule == "model"
    assert window_of((None, None), None, [(0, 5)], None, None, lexicon(), "fr") == Window()
