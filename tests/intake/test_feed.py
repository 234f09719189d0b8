import pytest

from registry.domain.errors import Blocked, Invalid
from registry.intake.feed import MOST_ENTRIES, Named, line, read_feed
from registry.outbound import Fetched

HOME = "https://press.example/feeds/all.xml"


def fetched(body: str | bytes, charset: str | None = None) -> Fetched:
    data = body if isinstance(body, bytes) else body.encode()
    return Fetched(HOME, HOME, 200, "application/xml", charset, data)


ATOM = """<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Ärger</title>
<entry><title type="html">Rise &amp;amp; fall</title><link rel="alternate" href="/a?x=1#top"/><id>urn:x:1</id></entry>
<entry><title>Again</title><link href="https://PRESS.example/a?x=1"/><id>urn:x:2</id></entry>
<entry><title>No link</title><id>urn:x:3</id></entry>
<entry><link href="javascript:alert(1)"/><id>urn:x:4</id></entry>
<entry><title>Elsewhere</title><link href="http://other.example/b"/><id>urn:x:5</id></entry></feed>"""


def test_an_atom_feed_names_each_address_once_in_its_order() -> None:
    listing = read_feed(fetched(ATOM))
    assert listing.title == "Ärger"
    assert [one.address for one in listing.named] == ["https://press.example/a?x=1", "http://other.example/b"]
    assert [one.title for one in listing.named] == ["Rise & fall", "Elsewhere"]


def test_an_rss_feed_in_latin_1_is_read_as_its_header_says() -> None:
    rss = '<rss version="2.0"><channel><title>Über</title><item><link>http://p.example/1</link></item></channel></rss>'
    listing = read_feed(fetched(rss.encode("latin-1"), charset="latin-1"))
    assert listing.title == "Über"
    assert listing.named == (Named("http://p.example/1"),)


def test_a_flood_of_entries_is_cut() -> None:
    items = "".join(f"<item><link>http://p.example/{number}</link></item>" for number in range(MOST_ENTRIES + 50))
    feed = f'<rss version="2.0"><channel><title>x</title>{items}</channel></rss>'
    assert len(read_feed(fetched(feed)).named) == MOST_ENTRIES


@pytest.mark.parametrize("body", ["", "<html><body>Hello</body></html>", "just words", "{}", "\x00\x01"])
def test_what_is_no_feed_is_refused_with_the_way_out(body: str) -> None:
    with pytest.raises(Invalid, match="watch it as a `page`"):
        read_feed(fetched(body))


def test_entities_are_refused_unread() -> None:
    with pytest.raises(Blocked, match="entities"):
        read_feed(fetched('<!DOCTYPE rss [<!ENTITY a "b">]><rss version="2.0"></rss>'))


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-32"])
def test_entities_are_refused_however_they_are_written(encoding: str) -> None:
    body = '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "b">]><rss version="2.0"></rss>'.encode(encoding)
    with pytest.raises(Blocked, match="entities"):
        read_feed(fetched(body))


def test_titles_are_one_line() -> None:
    assert line("a\n\u202eb\x00c", 100) == "a b c"
    assert line("  ", 5) is None
