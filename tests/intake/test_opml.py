import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.domain.errors import Blocked, Invalid
from registry.intake.feed import Named, line
from registry.intake.opml import MOST, read_opml, write_opml

titles = st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=50).filter(
    lambda text: line(text, 300) == text
)


@given(st.lists(st.builds(Named, st.integers(1, 999).map(lambda n: f"http://p.example/{n}?a=1&b=2"), titles)))
def test_what_is_written_is_read_again(feeds: list[Named]) -> None:
    assert read_opml(write_opml(feeds, title="Feeds")) == feeds


def test_a_long_list_is_cut() -> None:
    feeds = [Named(f"http://p.example/{number}", "x") for number in range(MOST + 5)]
    assert len(read_opml(write_opml(feeds, title="Feeds"))) == MOST


@pytest.mark.parametrize("data", [b"", b"words", b"<rss/>", b"<opml>", b"\xff\xfe"])
def test_what_is_no_list_is_refused(data: bytes) -> None:
    with pytest.raises(Invalid, match="no OPML"):
        read_opml(data)


def test_entities_are_refused() -> None:
    with pytest.raises(Blocked):
        read_opml(b'<!DOCTYPE opml [<!ENTITY a "b">]><opml><body/></opml>')
