import re
from datetime import date
from pathlib import Path

import pytest
import yaml

from registry.domain.extraction.article_events import find_events, resolve_event
from registry.domain.extraction.dates import find_due_dates
from registry.domain.extraction.deadlines import find_deadline, read_article_dates
from registry.domain.extraction.loose_times import find_loose_time
from registry.lexicon.dates import load_date_words
from registry.lexicon.fixtures import load_events

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "deadlines.yaml").read_text(encoding="utf-8"))
SAID = date(2026, 3, 11)
EVENTS = load_events()
SENTENCE = re.compile(r"[^\n]+?(?:[a-zäöüß][.!?](?=\s)|$)", re.MULTILINE)


def rows() -> list:
    return [
        pytest.param(language, row, id=f"{language}-{row['text'][:70]}")
        for language, group in CASES.items()
        for row in group
    ]


@pytest.mark.parametrize(("language", "row"), rows())
def test_a_claim_has_the_deadline_that_its_article_gives_it(language: str, row: dict) -> None:
    text = row["text"]
    words = load_date_words(language)
    sentences = [match.span() for match in SENTENCE.finditer(text)]
    article = read_article_dates(text, sentences, SAID, words, EVENTS)
    start = text.rindex(row["claim"])
    condition = row.get("condition")
    spans = [(text.index(condition), text.index(condition) + len(condition))] if condition else []
    due = find_deadline(article, [(start, start + len(row["claim"]))], words, EVENTS, spans)
    assert (due.due_on if due else None) == row["due_on"], due
    if due is not None:
        assert due.role == "deadline"
        assert due.rule.endswith(f"+{row['how']}") if "how" in row else "+" not in due.rule
        assert due.inferred or "how" not in row
        assert text[due.start : due.end] in (due.text, "")


def test_an_article_that_names_no_event_has_none() -> None:
    text = "Am 15. April wird es regnen."
    dates = find_due_dates(text, SAID, load_date_words("de"))
    assert find_events(text, dates, SAID, EVENTS) == ()


def test_an_event_that_has_passed_dates_nothing() -> None:
    text = "Beim Gipfel am 15. April 2025 geschah nichts. Der Gipfel wird folgenlos bleiben."
    dates = find_due_dates(text, SAID, load_date_words("de"))
    events = find_events(text, dates, SAID, EVENTS)
    assert resolve_event("Der Gipfel wird folgenlos bleiben.", events, EVENTS, SAID) is None


def test_the_event_that_the_text_dates_comes_before_the_public_record() -> None:
    text = "Die US-Wahl, wichtig für Trump, wird am 10. November 2028 sein."
    dates = find_due_dates(text, SAID, load_date_words("de"))
    events = find_events(text, dates, SAID, EVENTS)
    assert [(event.source, event.due_on) for event in events] == [
        ("text", date(2028, 11, 10)),
        ("fixture", date(2028, 11, 7)),
    ]


def test_without_the_day_it_was_said_only_full_dates_count() -> None:
    text = "Nächste Woche wird es ernst. Am 5. Mai 2027 wird gewählt."
    words = load_date_words("de")
    article = read_article_dates(text, [(0, 28), (29, len(text))], None, words, EVENTS)
    assert find_deadline(article, [(0, 28)], words, EVENTS) is None
    found = find_deadline(article, [(29, len(text))], words, EVENTS)
    assert found is not None
    assert found.due_on == date(2027, 5, 5)


@pytest.mark.parametrize(
    ("said_on", "due_on"),
    [
        (date(2024, 9, 17), date(2025, 9, 28)),
        (date(2024, 11, 11), date(2025, 9, 28)),
        (date(2024, 11, 12), date(2025, 2, 23)),
        (date(2025, 2, 23), date(2025, 2, 23)),
        (date(2025, 2, 24), None),
        (date(2005, 7, 1), None),
        (date(2005, 7, 21), date(2005, 9, 18)),
    ],
)
def test_an_early_election_is_known_from_the_day_it_was_called(said_on: date, due_on: date | None) -> None:
    text = "Die Opposition wird die Bundestagswahl gewinnen."
    events = find_events(text, (), said_on, EVENTS)
    event = resolve_event(text, events, EVENTS, said_on)
    assert (event.due_on if event else None) == due_on


@pytest.mark.parametrize(
    ("clause", "language", "words", "days"),
    [
        ("Das wird bald geschehen.", "de", "bald", 90),
        ("In den kommenden Jahren wird es enger.", "de", "in den kommenden jahren", 1095),
        ("It will happen any time soon.", "en", "any time soon", 180),
        ("In the long run we are all dead.", "en", "in the long run", 1825),
    ],
)
def test_loose_words_of_time_say_how_far_they_look(clause: str, language: str, words: str, days: int) -> None:
    assert find_loose_time(clause, load_date_words(language)) == (words, days)


def test_a_clause_without_loose_words_has_none() -> None:
    assert find_loose_time("Die Sonne scheint.", load_date_words("de")) is None
