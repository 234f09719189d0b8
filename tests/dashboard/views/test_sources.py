from datetime import timedelta

import pytest
from fastapi import FastAPI

from registry.client import Client
from registry.schemas.sources import Source
from registry.storage.engine import session_factory, unit_of_work
from registry.storage.tables import SourceRow
from tests.api.routes.test_sources import OPML
from tests.dashboard.conftest import Open, words
from tests.dashboard.views.test_judge import press
from tests.databases import NOW

FEED = {"address": "https://press.example/feed.xml", "title": "Press"}


@pytest.fixture
def source(client: Client) -> Source:
    return client.add_source(FEED)


def test_without_sources_it_says_what_they_are_for(open_page: Open) -> None:
    assert "No source is watched yet" in words(open_page("sources"))


def test_a_source_is_added(open_page: Open, client: Client) -> None:
    app = open_page("sources")
    press(app, "source-add")
    assert "Give an address first" in words(app)
    app.text_input(key="source-address").set_value(FEED["address"])
    app.text_input(key="source-author").set_value("Eva Lind")
    press(app, "source-add")
    [made] = client.list_sources().items
    assert (made.address, made.author, made.kind) == (FEED["address"], "Eva Lind", "feed")
    assert "new" in words(app)


def test_an_address_that_cannot_be_read_is_refused(open_page: Open, client: Client) -> None:
    app = open_page("sources")
    app.text_input(key="source-address").set_value("ftp://press.example")
    press(app, "source-add")
    assert "Something is missing or wrong" in words(app)
    assert client.list_sources().items == []


def test_one_that_fails_shows_why(open_page: Open, registry_app: FastAPI, source: Source) -> None:
    with unit_of_work(session_factory(registry_app.state.installation.engine)) as session:
        row = session.get_one(SourceRow, source.id)
        row.last_error, row.failures, row.polled_at = "answered 500 <b>", 3, NOW - timedelta(hours=1)
        session.add(row)
    shown = words(open_page("sources"))
    assert "failing" in shown
    assert r"3 failures in a row: answered 500 \<b\>" in shown
    assert r"last looked at 12 Aug 2025, 08:30" in shown


def test_a_source_is_paused_taken_up_again_and_looked_at(open_page: Open, client: Client, source: Source) -> None:
    app = open_page("sources")
    press(app, "-switch")
    assert client.read_source(source.id).state == "disabled"
    press(app, "-switch")
    assert client.read_source(source.id).disabled_at is None
    press(app, "-look")
    assert not app.exception


def test_lists_of_feeds_go_in_and_out(open_page: Open, client: Client, source: Source) -> None:
    app = open_page("sources")
    press(app, "opml-import")
    assert "Choose a file first" in words(app)
    app.file_uploader(key="opml-file").upload("feeds.opml", OPML, "text/x-opml")
    press(app, "opml-import")
    shown = words(app)
    assert "1 sources were added, 1 were known" in shown
    assert "gopher" in shown
    assert source.address.encode() in client.export_sources()
