"""Feeds (RSS, Atom) -> the addresses of articles. feedparser is given bytes and never fetches itself."""

import re
from dataclasses import dataclass
from html import unescape
from typing import Any
from urllib.parse import urljoin, urlsplit

import feedparser

from registry.domain.errors import Blocked, Invalid
from registry.domain.web_addresses import normalised
from registry.outbound import Fetched

MOST_ENTRIES = 100
LONGEST_ADDRESS = 2000
TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Named:
    """An article that a source names: its address, and its title where the source tells it."""

    address: str
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """What a source lists: its own title, and articles in its order, `MOST_ENTRIES` at most."""

    title: str | None
    named: tuple[Named, ...]


def read_feed(fetched: Fetched) -> Listing:
    """The articles that a feed names.

    Raises:
        Invalid: it is no feed, as the page of a site is none.
        Blocked: it declares entities, with which a small file can fill the memory.
    """
    # Without its null bytes a text in UTF-16 or UTF-32 reads as ASCII.
    if b"<!ENTITY" in fetched.body.replace(b"\x00", b""):
        raise Blocked(f"{fetched.final_url} declares XML entities, which no feed needs; it is not read.")
    headers = {"content-location": fetched.final_url, "content-type": _content_type(fetched)}
    parsed: Any = feedparser.parse(
        fetched.body, response_headers=headers, sanitize_html=False, resolve_relative_uris=False
    )
    if not parsed.get("version"):
        raise Invalid(
            f"{fetched.final_url} holds no feed. Give the address of its RSS or Atom feed, or watch it as a `page`."
        )
    entries = (named(fetched.final_url, one.get("link"), _title_of(one)) for one in parsed.entries)
    return Listing(line(parsed.feed.get("title"), 300), first_of_each(entries))


def named(home: str, link: str | None, title: str | None) -> Named | None:
    """The article behind a link of the source at `home`; None where the link leads to no web page."""
    try:
        address = normalised(urljoin(home, (link or "").strip()))
        leads_somewhere = bool(link) and urlsplit(address).scheme in ("http", "https")
    except ValueError:
        return None
    if not leads_somewhere or len(address) > LONGEST_ADDRESS or not urlsplit(address).hostname:
        return None
    return Named(address, line(title, 500))


def first_of_each(entries: Any) -> tuple[Named, ...]:
    """Each address once, with the first title it has, in their order, up to the limit."""
    once: dict[str, Named] = {}
    for entry in entries:
        if entry is not None and len(once) < MOST_ENTRIES:
            once.setdefault(entry.address, entry)
    return tuple(once.values())


def line(text: str | None, most: int) -> str | None:
    """The text on one line, cut to `most` characters; None for an empty one."""
    printable = "".join(sign if sign.isprintable() else " " for sign in text or "")
    return " ".join(printable.split())[:most] or None


def _title_of(entry: Any) -> str | None:
    title = entry.get("title")
    if title and "html" in entry.get("title_detail", {}).get("type", ""):
        return unescape(TAG.sub("", title))
    return str(title) if title else None


def _content_type(fetched: Fetched) -> str:
    charset = f"; charset={fetched.charset}" if fetched.charset else ""
    return f"{fetched.content_type or 'application/xml'}{charset}"
