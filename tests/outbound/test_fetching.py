"""Reading addresses end to end: over real connections, from a site on loopback."""

from collections.abc import Iterator

import pytest

from registry import __version__
from registry.domain.errors import Blocked, Invalid, Unreachable
from registry.outbound import FEED_TYPES, Limits, Network, call, fetch
from tests.outbound.loopback import PUBLIC, Names, Site, Wire, answer, head, redirect

START = "http://start.example/"


def test_a_page_arrives_as_it_was_sent(site: Site, network: Network) -> None:
    site.pages["/a?b=c"] = answer("Größe".encode("latin-1"), content_type="Text/HTML; charset=ISO-8859-1")
    page = fetch("http://start.example/a?b=c#d", network=network)
    assert page.body == b"Gr\xf6\xdfe"
    assert (page.content_type, page.charset, page.status) == ("text/html", "iso-8859-1", 200)
    assert (page.url, page.redirects) == ("http://start.example/a?b=c#d", ())


def test_the_request_names_the_program_and_the_host(site: Site, network: Network) -> None:
    site.pages["/"] = answer(b"text")
    fetch(START, network=network)
    (request,) = site.requests
    assert f"User-Agent: forecast-registry/{__version__}" in request
    assert "Host: start.example" in request
    assert "Accept-Encoding: gzip" in request.splitlines()


def test_the_environment_cannot_redirect_the_request_to_a_proxy(
    site: Site, network: Network, wire: Wire, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    site.pages["/"] = answer(b"text")
    assert fetch(START, network=network).body == b"text"
    assert wire.connected == [(PUBLIC, 80)]


def test_redirects_are_followed_and_told(site: Site, network: Network) -> None:
    site.pages |= {"/": redirect("/b"), "/b": redirect("http://other.example/c"), "/c": answer(b"text")}
    page = fetch(START, network=network)
    assert page.final_url == "http://other.example/c"
    assert page.redirects == (START, "http://start.example/b")


def test_a_site_that_sets_a_cookie_and_sends_the_reader_back_is_read(site: Site, network: Network) -> None:
    def page() -> Iterator[bytes]:
        yield answer(b"text") if "seen=yes" in site.requests[-1] else redirect("/", "Set-Cookie: seen=yes")

    site.pages["/"] = page
    assert fetch(START, network=network).body == b"text"


def test_five_redirects_are_followed_but_not_six(site: Site, network: Network) -> None:
    site.pages |= {f"/{step}": redirect(f"/{step + 1}") for step in range(6)} | {"/6": answer(b"text")}
    assert fetch("http://start.example/1", network=network).body == b"text"
    with pytest.raises(Unreachable, match="redirects more than 5 times"):
        fetch("http://start.example/0", network=network)


def test_a_circle_of_redirects_is_called_one(site: Site, network: Network) -> None:
    site.pages |= {"/": redirect("/b"), "/b": redirect("/")}
    with pytest.raises(Unreachable, match="circle"):
        fetch(START, network=network)
    assert len(site.requests) == 6


def test_a_redirect_to_no_address_is_unreachable(site: Site, network: Network) -> None:
    site.pages["/"] = redirect("http://[::1")
    with pytest.raises(Unreachable, match="redirects to something that is no address"):
        fetch(START, network=network)


def test_a_name_that_turns_private_between_two_hops_is_refused(
    site: Site, names: Names, wire: Wire, network: Network
) -> None:
    site.pages["/"] = redirect("/b")
    names.answers["start.example"] = [[PUBLIC], ["127.0.0.1"]]
    with pytest.raises(Blocked):
        fetch(START, network=network)
    assert wire.connected == [(PUBLIC, 80)]


@pytest.mark.parametrize(
    ("status", "advice"),
    [
        ("401 Unauthorized", "login"),
        ("402 Payment Required", "payment"),
        ("403 Forbidden", "subscription"),
        ("404 Not Found", "archived copy"),
        ("410 Gone", "archived copy"),
        ("418 Teapot", "paste"),
        ("429 Too Many Requests", "later"),
        ("500 Internal Server Error", "later"),
        ("503 Service Unavailable", "later"),
        ("304 Not Modified", "paste"),
    ],
)
def test_an_error_status_is_named_with_advice(status: str, advice: str, site: Site, network: Network) -> None:
    site.pages["/"] = answer(b"", status=status)
    with pytest.raises(Unreachable, match=f"start.example answers {status[:3]}.*{advice}"):
        fetch(START, network=network)


@pytest.mark.parametrize("kind", ["application/pdf", "image/png", "application/octet-stream", "video/mp4"])
def test_what_is_no_page_is_refused_before_its_body_is_read(kind: str, site: Site, network: Network) -> None:
    site.pages["/"] = answer(b"%PDF", content_type=kind)
    with pytest.raises(Invalid, match=f"holds {kind}.*UTF-8 file"):
        fetch(START, network=network)


def test_a_feed_is_taken_only_where_feeds_are_wanted(site: Site, network: Network) -> None:
    site.pages["/"] = answer(b"<rss/>", content_type="application/rss+xml")
    assert fetch(START, accept=FEED_TYPES, network=network).body == b"<rss/>"
    with pytest.raises(Invalid):
        fetch(START, network=network)


def test_a_page_without_a_content_type_is_left_to_its_reader(site: Site, network: Network) -> None:
    site.pages["/"] = answer(b"<p>text</p>", content_type="")
    page = fetch(START, network=network)
    assert (page.content_type, page.charset, page.body) == ("", None, b"<p>text</p>")


def test_a_body_that_drips_for_ever_ends_with_the_total_time(site: Site, network: Network) -> None:
    def drip() -> Iterator[bytes]:
        yield head()
        while not site.closing.wait(0.02):
            yield b"."

    site.pages["/"] = drip
    with pytest.raises(Unreachable, match=r"longer than 0\.2 seconds"):
        fetch(START, limits=Limits(total_seconds=0.2), network=network)


def test_headers_that_drip_for_ever_end_with_the_total_time(site: Site, network: Network) -> None:
    def drip() -> Iterator[bytes]:
        yield b"HTTP/1.1 200 OK\r\n"
        while not site.closing.wait(0.02):
            yield b"X-More: yes\r\n"

    site.pages["/"] = drip
    with pytest.raises(Unreachable, match=r"longer than 0\.2 seconds"):
        fetch(START, limits=Limits(total_seconds=0.2), network=network)


def test_a_silent_server_is_given_up_before_the_total_time(site: Site, network: Network) -> None:
    def silence() -> Iterator[bytes]:
        site.closing.wait(10)
        yield b""

    site.pages["/"] = silence
    with pytest.raises(Unreachable, match=r"start\.example did not answer in time"):
        fetch(START, limits=Limits(wait_seconds=0.1), network=network)


def test_many_quick_redirects_share_one_total_time(site: Site, network: Network) -> None:
    def slowly() -> Iterator[bytes]:
        site.closing.wait(0.1)
        yield redirect("/")

    site.pages["/"] = slowly
    with pytest.raises(Unreachable, match="longer than"):
        fetch(START, limits=Limits(total_seconds=0.25, max_redirects=50), network=network)


def test_the_operators_address_may_be_private_and_on_any_port(site: Site, wire: Wire) -> None:
    site.pages["/hook"] = answer(b'{"ok": true}', content_type="application/json")
    address = f"http://127.0.0.1:{wire.port}/hook"
    reply = call(address, method="POST", headers={"X-Key": "k"}, content=b"{}")
    assert (reply.status, reply.content_type, reply.body) == (200, "application/json", b'{"ok": true}')
    assert site.requests[0].startswith("POST /hook")
    assert "x-key: k" in site.requests[0].lower()


def test_the_operators_service_answers_any_status_and_is_not_followed_elsewhere(site: Site, wire: Wire) -> None:
    site.pages |= {"/busy": answer(b"wait", status="429 Busy"), "/moved": redirect("http://start.example/")}
    assert call(f"http://127.0.0.1:{wire.port}/busy").status == 429
    assert call(f"http://127.0.0.1:{wire.port}/moved").status == 302


@pytest.mark.parametrize("address", ["localhost:1234", "file:///etc/hosts", "hook", "http://"])
def test_the_operators_address_must_still_be_one_of_the_web(address: str) -> None:
    with pytest.raises((Invalid, Blocked), match=r"https?:"):
        call(address)
