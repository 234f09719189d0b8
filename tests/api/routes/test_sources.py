from datetime import timedelta

import pytest
from fastapi.testclient import TestClient

from registry.intake.opml import read_opml
from tests.api.conftest import Clock, MakeClient
from tests.databases import NOW

SOURCES = "/api/v1/sources"
FEED = {"address": "HTTPS://Press.example/feed.xml", "title": "Press"}
OPML = b"""<?xml version="1.0"?><opml version="2.0"><head/><body><outline text="News">
<outline type="rss" text="Press again" xmlUrl="https://press.example/feed.xml"/>
<outline type="rss" text="Other &amp; more" xmlUrl="https://other.example/rss"/>
<outline type="rss" text="Nonsense" xmlUrl="gopher://old.example"/></outline></body></opml>"""


def test_a_source_tells_how_it_fares(client: TestClient) -> None:
    made = client.post(SOURCES, json=FEED)
    assert made.status_code == 201
    assert made.json()["address"] == "https://press.example/feed.xml"
    (listed,) = client.get(SOURCES).json()["items"]
    assert (listed["state"], listed["failures"], listed["n_entries"], listed["last_error"]) == ("new", 0, 0, None)
    assert client.get(f"{SOURCES}/{made.json()['id']}").json() == listed
    assert client.get(f"{SOURCES}/{made.json()['id']}/entries").json()["items"] == []


def test_the_same_source_is_watched_once(client: TestClient) -> None:
    first = client.post(SOURCES, json=FEED).json()
    again = client.post(SOURCES, json={"address": "https://press.example:443/feed.xml#top"})
    assert again.status_code == 409
    assert first["id"] in again.text


@pytest.mark.parametrize(
    "wrong", [{}, {"address": "ftp://x.example"}, FEED | {"every_minutes": 1}, FEED | {"kind": "x"}]
)
def test_sources_that_cannot_be_are_refused(client: TestClient, wrong: dict[str, object]) -> None:
    assert client.post(SOURCES, json=wrong).status_code == 422


def test_a_source_is_changed_disabled_and_asked_for(client: TestClient, clock: Clock) -> None:
    place = f"{SOURCES}/{client.post(SOURCES, json=FEED).json()['id']}"
    changed = client.patch(place, json={"every_minutes": 30, "disabled": True}).json()
    assert (changed["every_minutes"], changed["state"], changed["title"]) == (30, "disabled", "Press")
    assert client.post(f"{place}/poll").status_code == 409
    assert client.patch(place, json={"disabled": False}, headers={"If-Match": '"1"'}).status_code == 412
    clock.now = NOW + timedelta(hours=3)
    assert client.patch(place, json={"disabled": False}).json()["state"] == "new"
    assert client.post(f"{place}/poll").json()["next_poll_at"] == "2025-08-12T12:30:00Z"
    assert client.get(f"{SOURCES}/0190a000-0000-7000-8000-000000000001").status_code == 404


def test_lists_of_feed_readers_go_in_and_out(client: TestClient) -> None:
    client.post(SOURCES, json=FEED)
    brought = client.post(f"{SOURCES}/opml", files={"file": ("feeds.opml", OPML)}).json()
    assert (brought["n_added"], brought["n_known"], len(brought["refused"])) == (1, 1, 1)
    assert "gopher" in brought["refused"][0]
    exported = client.get(f"{SOURCES}/opml")
    assert {(one.address, one.title) for one in read_opml(exported.content)} == {
        ("https://press.example/feed.xml", "Press"),
        ("https://other.example/rss", "Other & more"),
    }


def test_a_list_that_is_none_is_refused(client: TestClient) -> None:
    bomb = b'<!DOCTYPE opml [<!ENTITY a "aa">]><opml><body><outline xmlUrl="&a;"/></body></opml>'
    for wrong in (b"no list", b"<html/>", bomb):
        assert client.post(f"{SOURCES}/opml", files={"file": ("feeds.opml", wrong)}).status_code == 422


def test_readers_add_no_sources(client_as: MakeClient) -> None:
    assert client_as("reader").post(SOURCES, json=FEED).status_code == 403
