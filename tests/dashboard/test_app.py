"""The frame: language, who acts, and what is shown when the registry does not answer as it should."""

import httpx
import pytest

from tests.client.conftest import problem
from tests.dashboard.conftest import Open, Refused, shown, words
from tests.registry_in_process import ClientOf

VIEWS = ["today", "inbox", "judge", "log", "predictions", "leaderboard", "authors", "articles"]
FAILURES: dict[str, httpx.Response | Exception] = {
    "does not answer": httpx.ConnectError("refused"),
    "takes too long": httpx.ReadTimeout("slow"),
    "is not the registry": httpx.Response(200, text="<html>"),
    "does not know the dashboard's key": problem(401, "not-authenticated"),
    "do not have the right": problem(403, "not-allowed"),
    "There is no such thing": problem(404, "missing"),
    "Someone else changed this": problem(412, "stale"),
    "Something is missing or wrong": problem(422, "invalid"),
    "The registry failed": problem(500, "unexpected", reference="77"),
}


@pytest.mark.parametrize("view", [*VIEWS, "prediction", "author", "compare", "article"])
def test_every_page_says_something_on_an_empty_registry(open_page: Open, view: str) -> None:
    app = open_page(view)
    assert not app.exception
    assert app.info or view in {"log", "predictions"}


@pytest.mark.parametrize("view", VIEWS)
def test_every_page_survives_a_registry_that_is_down(refused: Refused, view: str) -> None:
    refused(httpx.ConnectError("refused"))
    app = shown(view)
    assert not app.exception
    assert "The registry does not answer" in words(app)


@pytest.mark.parametrize("words_shown", list(FAILURES))
def test_every_kind_of_failure_is_a_message_and_a_way_on(refused: Refused, words_shown: str) -> None:
    refused(FAILURES[words_shown])
    app = shown("predictions")
    assert not app.exception
    assert words_shown in app.error[0].value
    assert [button.label for button in app.button] == ["Try again"]


def test_a_german_browser_is_addressed_in_german(open_page: Open) -> None:
    app = open_page("today", locale="de-AT")
    assert app.title[0].value == "Heute"


@pytest.mark.parametrize(("asked", "title"), [("de", "Heute"), ("en", "Today"), ("fr", "Today")])
def test_an_address_asks_for_a_language(open_page: Open, asked: str, title: str) -> None:
    app = open_page("today", locale="en-GB" if asked != "en" else "de-DE", language=asked)
    assert app.title[0].value == title


def test_the_language_is_switched_by_hand(open_page: Open) -> None:
    app = open_page("today")
    assert app.title[0].value == "Today"
    app.button_group(key="language").set_value("de").run()
    assert app.title[0].value == "Heute"
    assert app.query_params["language"] == "de"


def test_one_acts_for_a_person_of_ones_choice(open_page: Open, client_of: ClientOf) -> None:
    client_of("reader", "Rhea Reader")
    app = open_page("log")
    app.selectbox(key="person").select("Rhea Reader").run()
    assert not app.exception
    assert app.selectbox(key="person").value == "Rhea Reader"
