import json
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.domain.messages import LISTED, Item, notice_text, one_line, reminder_data, reminder_text
from registry.lexicon.messages import load_messages

ENGLISH, GERMAN = load_messages("en"), load_messages("de")
HOME = "http://127.0.0.1:8501/"


def item(**fields: Any) -> Item:
    values: dict[str, Any] = {
        "id": "one",
        "author": "Mira Holt",
        "statement": "No treaty will be signed.",
        "due_on": date(2026, 2, 28),
        "due_round": 1,
        "stage": "due",
        "link": f"{HOME}judge?id=one",
    }
    return Item(**(values | fields))


def test_a_mail_about_one_prediction_reads_as_a_person_would_write_it() -> None:
    text = reminder_text([item()], ENGLISH, name="Ada", overview=HOME)
    assert text.subject == "Due: what Mira Holt predicted"
    assert text.body == (
        "Hello Ada,\n\n"
        "These can be judged now (1):\n\n"
        "* Mira Holt: No treaty will be signed.\n"
        "  The window ended on 2026-02-28. What happened?\n"
        "  http://127.0.0.1:8501/judge?id=one\n\n"
        "All that waits: http://127.0.0.1:8501/\n"
        "Nothing about one of them any more? Mute it, put it off, or assign it to someone else there.\n"
    )


def test_a_digest_tells_the_due_from_what_comes() -> None:
    items = [item(stage="after-10"), item(id="two"), item(id="three", stage="before-3", days_left=3)]
    text = reminder_text(items, GERMAN, name="Ada", overview=HOME)
    assert text.subject == "2 Vorhersagen sind fällig"
    assert text.body.index("Darüber lässt sich jetzt urteilen (2):") < text.body.index("bald fällig (1):")
    assert "erneute Erinnerung nach 10 Tagen" in text.body
    assert "Fällig nach dem 28.02.2026, in 3 Tagen." in text.body


@pytest.mark.parametrize("words", [ENGLISH, GERMAN])
@pytest.mark.parametrize(
    ("fields", "phrase"),
    [
        ({"stage": "before-3", "days_left": 2}, "before"),
        ({"stage": "due"}, "due"),
        ({"stage": "after-5"}, "after"),
        ({"dated": False}, "review"),
        ({"dated": False, "stage": "before-3", "days_left": 3}, "review_before"),
        ({"stage": "before-3"}, "due"),  # it has fallen due since
        ({"annul": True, "stage": "after-5"}, "annul"),
        ({"final": True, "dated": False}, "final"),
    ],
)
def test_each_case_is_told_apart(words: Any, fields: dict[str, Any], phrase: str) -> None:
    one = item(**fields)
    body = reminder_text([one], words, name="Ada", overview=HOME).body
    left = words.say("left_more", n=one.days_left)
    passed = words.say("passed_more", n=5)
    assert words.say(phrase, day=one.due_on.strftime(words.day), left=left, passed=passed) in body


@pytest.mark.parametrize(
    ("days", "english", "german"),
    [(0, ", today.", ", heute."), (1, ", tomorrow.", ", morgen."), (2, ", in 2 days.", ", in 2 Tagen.")],
)
def test_days_that_are_left_are_counted_as_people_do(days: int, english: str, german: str) -> None:
    soon = [item(stage="before-3", days_left=days)]
    assert english in reminder_text(soon, ENGLISH, name="Ada", overview=HOME).body
    assert german in reminder_text(soon, GERMAN, name="Ada", overview=HOME).body


def test_a_reminder_of_every_day_says_one_day() -> None:
    daily = [item(stage="after-1")]
    assert "reminded again after 1 day. " in reminder_text(daily, ENGLISH, name="Ada", overview=HOME).body
    assert "nach 1 Tag. " in reminder_text(daily, GERMAN, name="Ada", overview=HOME).body


def test_a_flood_is_counted_not_listed() -> None:
    items = [item(id=str(number)) for number in range(LISTED + 7)]
    text = reminder_text(items, ENGLISH, name="Ada", overview=HOME)
    assert text.subject == f"{LISTED + 7} predictions are due"
    assert text.body.count("* Mira Holt") == LISTED
    assert "… and 7 more" in text.body


@given(st.text(), st.text())
def test_no_statement_or_name_can_forge_a_line(author: str, statement: str) -> None:
    plain = reminder_text([item()], ENGLISH, name="Ada", overview=HOME)
    text = reminder_text([item(author=author, statement=statement)], ENGLISH, name="Ada", overview=HOME)
    assert len(text.body.splitlines()) == len(plain.body.splitlines())
    assert len(text.subject.splitlines()) == 1


def test_long_statements_are_cut() -> None:
    assert one_line("word " * 100, 20) == "word word word word…"
    assert one_line("a\u202eb\r\nc") == "a b c"


def test_programs_get_the_same_as_data() -> None:
    text = reminder_text([item()], ENGLISH, name="Ada", overview=HOME)
    now = datetime(2026, 3, 1, tzinfo=UTC)
    data = reminder_data([item()], text, name="Ada", language="en", now=now)
    assert json.loads(json.dumps(data)) == data
    assert (data["type"], data["timestamp"]) == ("reminders.due", "2026-03-01T00:00:00+00:00")
    assert data["data"]["predictions"][0]["due_on"] == "2026-02-28"


def test_a_notice_names_the_channel_and_why() -> None:
    text = notice_text(GERMAN, name="Ada", address="https://example.org/hook", reason="it answers 410")
    assert "https://example.org/hook: it answers 410" in text.body
