from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from registry.domain.extraction.date_values import DateWords, DueDate
from registry.domain.extraction.dates import find_due_dates
from registry.lexicon.criteria import load_criteria
from registry.lexicon.dates import load_date_words

CASES = Path(__file__).parent / "cases"
SAID = date(2026, 3, 11)


def rows(name: str) -> Any:
    return yaml.safe_load((CASES / name).read_text(encoding="utf-8"))


def expressions() -> list:
    return [
        pytest.param(language, row, id=f"{language}-{row['words']}")
        for language in ("de", "en")
        for row in rows(f"dates_{language}.yaml")
    ]


WRITINGS = [(language, row["words"]) for language in ("de", "en") for row in rows(f"dates_{language}.yaml")]


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


def test_the_lists_hold_a_hundred_expressions_of_each_language_and_five_hundred_sentences() -> None:
    assert len(rows("dates_de.yaml")) >= 100
    assert len(rows("dates_en.yaml")) >= 100
    assert sum(len(group) for group in rows("sentences_without_dates.yaml").values()) >= 500


@pytest.mark.parametrize("language", ["de", "en"])
def test_nothing_is_found_where_no_date_stands(language: str) -> None:
    sentences = rows("sentences_without_dates.yaml")[language]
    found = {sentence: read(language, sentence) for sentence in sentences}
    assert {sentence: dates for sentence, dates in found.items() if dates} == {}


@pytest.mark.parametrize(("language", "row"), expressions())
def test_an_expression_is_found_inside_a_sentence_with_its_offsets(language: str, row: dict) -> None:
    before, after = (
        ("Vielleicht kommt er, so heißt es, ", " an.") if language == "de" else ("He will come, they say, ", ".")
    )
    text = before + row["words"] + after
    found = read(language, text, row.get("said_on", SAID))
    assert [due.due_on for due in found] == [
        due.due_on for due in read(language, row["words"], row.get("said_on", SAID))
    ]
    for due in found:
        assert text[due.start : due.end] == due.text
        assert row["words"].endswith(due.text)


@pytest.mark.parametrize(
    ("language", "text", "texts"),
    [
        ("de", "Am 9. Mai und im Herbst 2027 wird gewählt.", ["Am 9. Mai", "im Herbst 2027"]),
        ("de", "Bis 2030 sinkt der Preis, am Freitag steigt er.", ["Bis 2030", "am Freitag"]),
        ("de", "Die Inflation wird 2027 sinken.", ["2027"]),
        ("de", "2027 wird die Inflation sinken.", ["2027"]),
        ("en", "By 2030 prices fall; on Friday they rise.", ["By 2030", "on Friday"]),
        ("en", "On May 9 and in the autumn of 2027 there will be votes.", ["On May 9", "in the autumn of 2027"]),
    ],
)
def test_several_expressions_are_found_in_order(language: str, text: str, texts: list[str]) -> None:
    assert [due.text for due in read(language, text)] == texts


def test_the_day_said_decides_and_not_the_day_read() -> None:
    for said_on in (date(2024, 12, 30), date(2026, 3, 11), date(2027, 1, 1)):
        (due,) = read("de", "nächstes Jahr", said_on)
        assert due.due_on == date(said_on.year + 1, 12, 31)


@given(st.dates(date(1950, 1, 1), date(2150, 12, 31)))
def test_a_full_date_is_read_in_every_writing(day: date) -> None:
    month = load_criteria().languages["de"].months[day.month - 1]
    english = day.strftime("%B")
    writings = [
        ("de", f"am {day.day}. {month} {day.year}"),
        ("de", f"{day.day:02}.{day.month:02}.{day.year}"),
        ("de", day.isoformat()),
        ("en", f"on {english} {day.day}, {day.year}"),
        ("en", f"on {day.day} {english} {day.year}"),
    ]
    for language, text in writings:
        (due,) = read(language, text)
        assert due.due_on == day, text


@given(st.dates(date(1950, 1, 1), date(2150, 12, 31)), st.sampled_from(WRITINGS))
def test_a_deadline_is_never_before_the_day_it_was_said(said_on: date, case: tuple[str, str]) -> None:
    for due in read(*case, said_on):
        if due.role == "deadline":
            assert due.due_on is not None
            assert due.due_on >= said_on
            assert due.due_from is None or due.due_from <= due.due_on
        if due.role == "start":
            assert due.due_on is None


@given(st.text(alphabet="0123456789.-/ bisimMaivorFreitagendes,", max_size=60), st.sampled_from(["de", "en"]))
def test_any_text_can_be_read_and_expressions_never_overlap(text: str, language: str) -> None:
    end = 0
    for due in read(language, text):
        assert end <= due.start < due.end <= len(text)
        assert text[due.start : due.end] == due.text
        end = due.end


@pytest.mark.parametrize("piece", ["in ", "1.", "bis ", "am 3. ", "Ende des ", "2030 - ", "May ", "next "])
def test_reading_takes_time_in_proportion_to_the_text(piece: str) -> None:
    words = load_date_words("en" if piece[0] in "Mn" else "de")
    short, long = (count_looks(piece * n, words) for n in (200, 800))
    assert long <= 5 * short


def count_looks(text: str, words: DateWords) -> int:
    """How often a token is looked up while a text is read: a measure of work that does not depend on the machine."""
    looks = 0

    class Counting(dict):
        def get(self, *args: object) -> object:
            nonlocal looks
            looks += 1
            return super().get(*args)

    counted = replace(words, classes={name: Counting(table) for name, table in words.classes.items()})
    find_due_dates(text, SAID, counted)
    return looks + 1


def test_a_line_of_marks_between_two_dates_moves_neither() -> None:
    text = "By 3 May 2027 or so.\n" + "-" * 90 + "\nBy the end of 2030."
    found = find_due_dates(text, SAID, load_date_words("en"))
    assert [(due.text, text[due.start : due.end]) for due in found] == [
        ("By 3 May 2027", "By 3 May 2027"),
        ("By the end of 2030", "By the end of 2030"),
    ]
