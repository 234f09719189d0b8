"""Watching sources on a real server on loopback: polite, thrifty, and undeterred by what goes wrong."""

import gzip
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlmodel import Session, col, select

from registry.actions import sources
from registry.actions.acting import Actor
from registry.actions.watching import MOST_ATTEMPTS, PACE
from registry.domain.vocabulary import Role
from registry.jobs.watching import watch
from registry.outbound import Network
from registry.schemas.sources import Source, SourceNew
from registry.storage import sources as stored
from registry.storage.engine import SessionFactory, unit_of_work
from registry.storage.tables import ArticleAddressRow, ArticleRow, CandidateRow, SourceEntryRow, SourceRow
from tests.databases import NOW
from tests.outbound.loopback import Names, Site, Wire, answer, redirect
from tests.people import person

FEED = "http://press.example/feed.xml"
HOUR = timedelta(hours=1)


def rss(*paths: str) -> bytes:
    items = "".join(f"<item><title>On {path}</title><link>http://press.example{path}</link></item>" for path in paths)
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Press</title>{items}</channel></rss>'.encode()


def article(words: str, *, canonical: str = "") -> bytes:
    link = f'<link rel="canonical" href="{canonical}">' if canonical else ""
    said = f"{words} The minister said that inflation will fall below two percent by the end of 2026. " * 4
    return answer(f'<html lang="en"><head><title>{words}</title>{link}</head><body><article><p>{said}</p>'
                  f"<p>{said}</p></article></body></html>".encode())  # fmt: skip


def missing() -> bytes:
    return answer(b"", status="404 Not Found")


@pytest.fixture
def ada(sessions: SessionFactory) -> Actor:
    with unit_of_work(sessions) as session:
        return person(session, "Ada", Role.admin)


@pytest.fixture
def press(site: Site) -> Site:
    site.pages |= {
        "/robots.txt": missing(),
        "/feed.xml": answer(rss("/one", "/two"), 'ETag: "v1"', "Last-Modified: Mon, 11 Aug 2025 10:00:00 GMT",
                            content_type="application/rss+xml"),
        "/one": article("First."),
        "/two": article("Second."),
    }  # fmt: skip
    return site


def add(sessions: SessionFactory, ada: Actor, address: str = FEED, **fields: Any) -> Source:
    new = SourceNew.model_validate({"address": address} | fields)
    with unit_of_work(sessions) as session:
        return sources.add(session, ada, new, now=NOW)


def run(sessions: SessionFactory, network: Network, times: int, start: datetime = NOW) -> datetime:
    for _ in range(times):
        watch(sessions, start, network)
        start += PACE
    return start


def state(sessions: SessionFactory) -> Source:
    with sessions() as session:
        return stored.present(session, [session.exec(select(SourceRow)).one()])[0]


def asked(site: Site) -> list[str]:
    return [request.split(" ")[1] for request in site.requests]


def articles(session: Session) -> list[ArticleRow]:
    return list(session.exec(select(ArticleRow)))


def test_what_a_feed_names_is_stored_with_its_candidates(
    sessions: SessionFactory, ada: Actor, press: Site, network: Network
) -> None:
    add(sessions, ada)
    run(sessions, network, 4)
    found = state(sessions)
    assert (found.state, found.title, found.n_entries, found.n_articles) == ("ok", "Press", 2, 2)
    with sessions() as session:
        assert {row.title for row in articles(session)} == {"First.", "Second."}
        assert session.exec(select(CandidateRow)).all()


def test_a_host_is_asked_once_at_a_time_and_for_its_robots_first(
    sessions: SessionFactory, ada: Actor, press: Site, network: Network
) -> None:
    add(sessions, ada)
    watch(sessions, NOW, network)
    watch(sessions, NOW + PACE - timedelta(microseconds=1), network)
    assert asked(press) == ["/robots.txt", "/feed.xml"]
    run(sessions, network, 5, NOW + PACE)
    assert asked(press) == ["/robots.txt", "/feed.xml", "/one", "/two"]


def test_an_unchanged_feed_is_not_sent_again(
    sessions: SessionFactory, ada: Actor, press: Site, network: Network
) -> None:
    add(sessions, ada)
    run(sessions, network, 4)
    press.pages["/feed.xml"] = answer(b"", status="304 Not Modified", content_type="")
    run(sessions, network, 1, NOW + HOUR)
    request = press.requests[-1].lower()
    assert 'if-none-match: "v1"' in request
    assert "if-modified-since: mon, 11 aug 2025 10:00:00 gmt" in request
    assert state(sessions).succeeded_at == NOW + HOUR
    assert asked(press).count("/one") == 1


def test_robots_txt_is_obeyed_and_its_delay_too(
    sessions: SessionFactory, ada: Actor, press: Site, network: Network
) -> None:
    rules = b"User-agent: *\nDisallow: /two\nCrawl-delay: 60\n"
    press.pages["/robots.txt"] = answer(rules, content_type="text/plain")
    add(sessions, ada)
    run(sessions, network, 5)
    assert asked(press) == ["/robots.txt", "/feed.xml"]
    run(sessions, network, 2, NOW + timedelta(seconds=60))
    run(sessions, network, 2, NOW + timedelta(seconds=120))
    assert "/two" not in asked(press)
    with sessions() as session:
        refused = session.exec(select(SourceEntryRow).where(col(SourceEntryRow.last_error).is_not(None))).one()
    assert "robots.txt" in (refused.last_error or "")
    assert refused.settled_at is not None


def test_the_same_article_at_two_addresses_is_one(
    sessions: SessionFactory, ada: Actor, press: Site, network: Network
) -> None:
    press.pages["/feed.xml"] = answer(rss("/one", "/copy", "/own"), content_type="application/rss+xml")
    press.pages["/copy"] = press.pages["/one"]
    press.pages["/own"] = article("Of its own.", canonical="http://press.example/one")
    add(sessions, ada)
    run(sessions, network, 5)
    with sessions() as session:
        (only,) = articles(session)
        leading = session.exec(select(ArticleAddressRow.address)).all()
        entries = session.exec(select(SourceEntryRow.article_id)).all()
    assert set(leading) == {f"http://press.example/{name}" for name in ("one", "copy", "own")}
    assert set(entries) == {only.id}


def test_a_page_that_lists_articles_is_watched_as_well(
    sessions: SessionFactory, ada: Actor, press: Site, network: Network
) -> None:
    press.pages["/by/holt"] = answer(
        b'<title>Mira Holt</title><a href="/">Home</a><a href="/one">What the first summit will bring</a>'
        b'<a href="http://elsewhere.example/x">An article of some other site</a>'
    )
    add(sessions, ada, "http://press.example/by/holt", kind="page", author="Mira Holt")
    run(sessions, network, 3)
    assert state(sessions).n_articles == 1
    assert asked(press) == ["/robots.txt", "/by/holt", "/one"]


BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    b"<rss version='2.0'><channel><title>&b;</title></channel></rss>"
)


def endless() -> Any:
    yield b"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n\r\n<rss>"
    while True:
        yield b"<item>" * 100_000


@pytest.mark.parametrize(
    ("page", "words"),
    [
        (answer(b"<html><body><p>No feed at all</p></body></html>"), "holds no feed"),
        (answer(BOMB, content_type="application/xml"), "entities"),
        (answer(gzip.compress(b" " * 6_000_000), "Content-Encoding: gzip", content_type="text/xml"), "larger"),
        (endless, "larger"),
        (redirect("http://inside.example/feed"), "private"),
        (answer(b"PDF", content_type="application/pdf"), "application/pdf"),
        (answer(b"", status="500 Oops"), "500"),
        (answer(b"", status="429 Slow", content_type=""), "429"),
    ],
    ids=["html", "bomb", "packed", "endless", "inside", "pdf", "fault", "slow down"],
)
def test_a_source_that_fails_says_why_and_is_left_alone_for_longer(
    sessions: SessionFactory, ada: Actor, press: Site, network: Network, names: Names, page: Any, words: str
) -> None:
    names.answers["inside.example"] = [["10.0.0.7"]]
    press.pages |= {"/feed.xml": page, "/other.xml": missing()}
    add(sessions, ada)
    other = add(sessions, ada, "http://other.example/other.xml")
    assert other.state == "new"
    now = NOW
    pauses = []
    for failures in (1, 2, 3):
        watch(sessions, now, network)
        with sessions() as session:
            found = stored.at_address(session, FEED)
            assert found is not None
            assert words in (found.last_error or "")
            assert found.failures == failures
            pauses.append(found.next_poll_at - now)
            now = found.next_poll_at
    assert pauses == [2 * HOUR, 4 * HOUR, 8 * HOUR]


def test_one_bad_source_keeps_no_other_from_being_read(
    sessions: SessionFactory, ada: Actor, press: Site, network: Network, wire: Wire
) -> None:
    add(sessions, ada, "http://no-port.example:81/feed")
    add(sessions, ada, "http://a\u00adb..example/feed")
    add(sessions, ada)
    run(sessions, network, 4)
    with sessions() as session:
        assert len(articles(session)) == 2
        failing = session.exec(select(SourceRow).where(col(SourceRow.failures) > 0)).all()
    assert len(failing) == 2


def test_an_article_that_cannot_be_read_is_given_up_and_told(
    sessions: SessionFactory, ada: Actor, press: Site, network: Network
) -> None:
    press.pages |= {"/one": answer(b"", status="503 Later"), "/two": answer(b"<p>Too short.</p>")}
    add(sessions, ada)
    now = run(sessions, network, 3)
    for _ in range(MOST_ATTEMPTS):
        now += timedelta(hours=25)
        press.pages["/feed.xml"] = answer(b"", status="304 Not Modified", content_type="")
        now = run(sessions, network, 3, now)
    found = state(sessions)
    assert (found.n_articles, found.n_failed) == (0, 2)
    assert asked(press).count("/one") == MOST_ATTEMPTS
    assert asked(press).count("/two") == 1


def test_what_is_disabled_is_left_alone(sessions: SessionFactory, ada: Actor, press: Site, network: Network) -> None:
    add(sessions, ada)
    with unit_of_work(sessions) as session:
        session.exec(select(SourceRow)).one().disabled_at = datetime(2025, 1, 1, tzinfo=UTC)
    run(sessions, network, 2)
    assert asked(press) == []


class TwoHosts(Site):
    """`press.example` redirects every page to `other.example`, which has a robots.txt of its own."""

    robots = b"User-agent: *\nDisallow: /private"

    def pieces(self, request: str) -> Any:
        self.requests.append(request)
        path = request.split(" ")[1]
        if "host: press.example" in request.lower():
            return [missing() if path == "/robots.txt" else redirect(f"http://other.example{path}")]
        if path == "/robots.txt":
            return [answer(self.robots, content_type="text/plain")]
        return [answer(rss(), content_type="application/rss+xml")]


def test_where_an_address_redirects_the_robots_txt_there_is_obeyed(
    sessions: SessionFactory, network: Network, site_server: Any, ada: Actor
) -> None:
    site = site_server.site = TwoHosts()
    add(sessions, ada, "http://press.example/private/feed.xml")
    run(sessions, network, 1)
    assert "robots.txt of other.example does not allow" in str(state(sessions).last_error)
    assert [request.split(" ")[1] for request in site.requests].count("/private/feed.xml") == 1


def test_where_addresses_redirect_the_pace_there_is_kept(
    sessions: SessionFactory, network: Network, site_server: Any, ada: Actor
) -> None:
    site = site_server.site = TwoHosts()
    add(sessions, ada, "http://press.example/feed.xml")
    add(sessions, ada, "http://other.example/own.xml")
    watch(sessions, NOW, network)
    with sessions() as session:
        sources_by_address = {row.address: row for row in session.exec(select(SourceRow))}
    late = sources_by_address["http://press.example/feed.xml"]
    assert (late.failures, late.last_error, late.next_poll_at) == (0, None, NOW + PACE)
    watch(sessions, NOW + PACE, network)
    there = [request for request in site.requests if "host: other.example" in request.lower()]
    assert [request.split(" ")[1] for request in there] == ["/robots.txt", "/own.xml", "/feed.xml"]
