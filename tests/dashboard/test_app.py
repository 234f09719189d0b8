"""The frame: language, who acts, and what is shown when the registry does not answer as it should."""

from uuid import UUID

import httpx
import pytest

from registry.domain.vocabulary import Role
from registry.schemas.people import Me, Person
from tests.client.conftest import problem
from tests.dashboard.conftest import Open, Refused, shown, words
from tests.databases import NOW
from tests.registry_in_process import ClientOf

VIEWS = ["today", "inbox", "judge", "log", "predictions", "leaderboard", "authors", "articles", "sources", "delivery"]
OF_ONE = {
    "prediction": {"id": "7"},
    "question": {"id": "7"},
    "author": {"slug": "x"},
    "article": {"id": "7"},
    "compare": {},
}
"""Pages that show one thing, with what their address names."""
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


ME = Me(
    person=Person(id=UUID(int=7), name="Ada Editor", created_at=NOW, version=1), role=Role.admin
).model_dump(mode="json")  # fmt: skip
FRAME = {"/me": ME, "/persons": {"items": [], "next_cursor": None}}
"""What the frame asks for around every page."""


@pytest.mark.parametrize("view", [*VIEWS, *OF_ONE])
def test_every_page_says_something_on_an_empty_registry(open_page: Open, view: str) -> None:
    app = open_page(view)
    assert not app.exception
    assert app.info or view in {"log", "predictions"}


@pytest.mark.parametrize("view", [*VIEWS, *OF_ONE])
def test_every_page_makes_every_kind_of_failure_a_message_and_a_way_on(refused: Refused, view: str) -> None:
    refused(httpx.ConnectError("refused"), but=FRAME)
    app = shown(view, **OF_ONE.get(view, {}))
    for words_shown, answer in FAILURES.items():
        refused(answer, but=FRAME)
        app.run()
        assert not app.exception
        assert words_shown in app.error[0].value
        assert app.button(key="failure-again").label == "Try again"


def test_a_frame_without_a_registry_says_what_to_do(refused: Refused) -> None:
    refused(httpx.ConnectError("refused"))
    assert "The registry does not answer" in words(shown("today"))


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
