from datetime import UTC, datetime

import pytest

from registry.client import Client
from tests.claims import claim, verdict
from tests.dashboard.conftest import Open, words
from tests.registry_in_process import ClientOf, SetClock


@pytest.fixture
def in_september(set_clock: SetClock) -> None:
    set_clock.now = datetime(2025, 9, 1, 8, tzinfo=UTC)


def test_an_empty_registry_says_how_to_begin(open_page: Open) -> None:
    app = open_page("today")
    assert "Nothing is on record yet" in words(app)
    assert "Read an article" in words(app)


@pytest.mark.usefixtures("in_september")
def test_what_waits_is_counted_and_leads_to_the_act(open_page: Open, client: Client) -> None:
    made = client.record_prediction(claim())
    client.record_prediction(claim(statement="It snows on one day.", due_on="2025-09-10"))
    app = open_page("today")
    shown = words(app)
    assert "**1** Overdue" in shown
    assert "Overdue (1)" in shown
    assert "Due soon (1)" in shown
    links = {element.proto.query_string for element in app.get("page_link")}
    assert f"id={made.id}" in links


@pytest.mark.usefixtures("in_september")
def test_when_all_is_judged_nothing_waits(open_page: Open, client: Client) -> None:
    made = client.record_prediction(claim())
    client.judge_prediction(made.id, verdict())
    assert "Nothing waits for you" in words(open_page("today"))


def test_a_scheduler_that_never_ran_is_pointed_out(open_page: Open) -> None:
    app = open_page("today")
    assert "The scheduler is late" in app.warning[0].value


def test_hostile_texts_are_shown_letter_by_letter(open_page: Open, client: Client, set_clock: SetClock) -> None:
    set_clock.now = datetime(2025, 9, 1, tzinfo=UTC)
    client.record_prediction(claim(author="<b>Eve</b>\u202e", statement="<img src=x onerror=alert(1)> **falls**"))
    shown = words(open_page("today"))
    assert r"\<img src\=x onerror\=alert\(1\)\>" in shown
    assert "\u202e" not in shown


@pytest.mark.usefixtures("in_september")
def test_undated_and_disputed_ones_stand_by_themselves(open_page: Open, client: Client, client_of: ClientOf) -> None:
    undated = client.record_prediction(
        claim(statement="One day the dam will break.", made_on="2024-01-01", due_on=None)
    )
    disputed = client.record_prediction(claim())
    client.judge_prediction(disputed.id, verdict("yes"))
    client_of("judge", "Bo Judge").judge_prediction(disputed.id, verdict("no", role="second"))
    app = open_page("today")
    shown = words(app)
    for told in ("**0** Overdue", "**1** To review", "**1** Disputed", "up for review (1)", "to be reviewed"):
        assert told in shown
    links = {element.proto.query_string for element in app.get("page_link")}
    assert {f"id={undated.id}&queue=undated", f"id={disputed.id}&queue=disputed"} <= links


@pytest.mark.usefixtures("in_september")
def test_several_on_one_question_are_shown_as_one_and_judged_together(open_page: Open, client: Client) -> None:
    question = client.add_question({"wording": "Will they sign?"})
    for name in ("Mira Holt", "Eva Lind"):
        client.record_prediction(claim(author=name, question=question.slug))
    client.record_prediction(claim(author="Ann Bo"))
    app = open_page("today")
    shown = words(app)
    assert "several predictions on this question: Mira Holt, Eva Lind" in shown
    assert shown.count("Judge together") == 1
    assert shown.count("due 15 Aug 2025") == 1
