from datetime import date

from registry.domain.extraction.article import read_dates
from tests.extraction_texts import article, lexicon


def test_furniture_is_left_out_of_an_article() -> None:
    read = article("de", "Der Preis wird steigen.\nAbonnieren Sie unseren Newsletter.\nEr wird fallen.")
    assert [p.words for p in read.passages] == ["Der Preis wird steigen.", "Er wird fallen."]


def test_the_dates_of_an_article_count_from_its_day() -> None:
    dates = read_dates(article("de", "Am kommenden Freitag fällt die Wahl.", published=date(2025, 8, 10)), lexicon())
    assert dates is not None
    assert [due.due_on for due in dates.dates] == [date(2025, 8, 15)]
