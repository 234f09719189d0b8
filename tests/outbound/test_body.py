"""The cap on a body holds before and after unpacking."""

import gzip
import zlib
from collections.abc import Iterator

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.domain.errors import TooLarge, Unreachable
from registry.outbound import Limits, Network, fetch
from registry.outbound.body import _Gzip, read_body
from tests.outbound.loopback import Site, answer, head

START = "http://start.example/"
SMALL = Limits(max_bytes=100_000)


def test_an_announced_excess_is_refused_unread(site: Site, network: Network) -> None:
    site.pages["/"] = head("Content-Length: 10000001")
    with pytest.raises(TooLarge, match="larger than 10 MB"):
        fetch(START, network=network)


def test_an_endless_body_is_cut_off(site: Site, network: Network) -> None:
    def endless() -> Iterator[bytes]:
        yield head()
        while True:
            yield b"." * 4096

    site.pages["/"] = endless
    with pytest.raises(TooLarge):
        fetch(START, limits=SMALL, network=network)


def test_an_endless_chunked_body_is_cut_off(site: Site, network: Network) -> None:
    def endless() -> Iterator[bytes]:
        yield head("Transfer-Encoding: chunked")
        while True:
            yield b"1000\r\n" + b"." * 4096 + b"\r\n"

    site.pages["/"] = endless
    with pytest.raises(TooLarge):
        fetch(START, limits=SMALL, network=network)


def test_a_gzip_bomb_is_stopped(site: Site, network: Network) -> None:
    site.pages["/"] = answer(gzip.compress(bytes(30_000_000), 6), "Content-Encoding: gzip")
    with pytest.raises(TooLarge):
        fetch(START, network=network)


def test_no_piece_of_a_bomb_is_unpacked_beyond_the_room() -> None:
    bomb = gzip.compress(bytes(5_000_000))
    assert len(bomb) < 10_000
    assert len(_Gzip().feed(bomb, 1000)) == 1001


def test_gzip_that_is_endless_and_unpacks_to_nothing_is_stopped(site: Site, network: Network) -> None:
    def empty_blocks() -> Iterator[bytes]:
        yield head("Content-Encoding: gzip")
        yield gzip.compress(b"")[:10]
        while True:
            yield b"\x00\x00\x00\xff\xff" * 1000

    site.pages["/"] = empty_blocks
    with pytest.raises(TooLarge):
        fetch(START, limits=SMALL, network=network)


@pytest.mark.parametrize("encoding", ["gzip, gzip", "br", "zstd", "deflate", "utf-8"])
def test_packing_that_was_not_asked_for_is_named(encoding: str, site: Site, network: Network) -> None:
    site.pages["/"] = answer(gzip.compress(b"text"), f"Content-Encoding: {encoding}")
    with pytest.raises(Unreachable, match=f"packs its page as '{encoding}'"):
        fetch(START, network=network)


@pytest.mark.parametrize(
    "packed",
    [gzip.compress(b"text", mtime=0)[:-9], b"plain text", b"", zlib.compress(b"text")],
    ids=["cut", "unpacked", "empty", "zlib"],
)
def test_damaged_gzip_is_not_taken_for_a_page(packed: bytes, site: Site, network: Network) -> None:
    site.pages["/"] = answer(packed, "Content-Encoding: gzip")
    with pytest.raises(Unreachable, match="arrived damaged"):
        fetch(START, network=network)


@given(st.binary(max_size=2000), st.integers(1, 300), st.booleans())
def test_every_body_within_the_cap_arrives_whole(content: bytes, step: int, packed: bool) -> None:
    sent = gzip.compress(content) if packed else content
    pieces = (sent[start : start + step] for start in range(0, len(sent), step))
    response = httpx.Response(200, headers={"Content-Encoding": "gzip"} if packed else {}, content=pieces)
    assert read_body(response, max(len(content), len(sent))) == content


@given(st.binary(min_size=1, max_size=2000), st.integers(1, 300), st.booleans())
def test_no_body_beyond_the_cap_arrives(content: bytes, step: int, packed: bool) -> None:
    sent = gzip.compress(content) if packed else content
    pieces = (sent[start : start + step] for start in range(0, len(sent), step))
    response = httpx.Response(200, headers={"Content-Encoding": "gzip"} if packed else {}, content=pieces)
    with pytest.raises(TooLarge):
        read_body(response, len(content) - 1)
