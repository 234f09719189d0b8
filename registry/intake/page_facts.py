"""What a page tells about itself beside its text.

Each function gives the fact, None where the page is silent, and a note where the fact was inferred.
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from html import escape
from typing import Any, TypeAlias
from urllib.parse import urljoin, urlsplit

from registry.intake.prose import is_prose

Tree: TypeAlias = Any  # an lxml.html.HtmlElement; lxml brings no types
Inferred: TypeAlias = tuple[str | None, str | None]

BYLINE = re.compile(r"(?:von|by)\s+((?:[A-ZÄÖÜ][\w.'’-]*|von|van|de|der|und|and|,|\s)+)", re.IGNORECASE)
LONGEST_BYLINE = 60
NOT_FREE = re.compile(r'"isAccessibleForFree"\s*:\s*"?false', re.IGNORECASE)
LANGUAGE_PLACES = (
    "//html/@lang",
    "//html/@*[name()='xml:lang']",
    "//meta[@property='og:locale']/@content",
    "//meta[translate(@http-equiv, 'CONTELAGU', 'contelagu')='content-language']/@content",
)
CANONICAL_PLACES = ("//link[@rel='canonical']/@href", "//meta[@property='og:url']/@content")
PARAGRAPHS = "//p[not(ancestor::nav or ancestor::footer or ancestor::aside or ancestor::form)]"


def publication_date(tree: Tree, heads: Sequence[str], url: str | None, today: date) -> tuple[date | None, str | None]:
    """The day of first publication, by the markup, else the dateline, else the address.

    Dates inside the text are never taken: they are what the article is about. A date after the day that
    follows `today` is not believed.
    """
    from htmldate import find_date

    # `heads` stand above the text, so a date in them is the article's own; htmldate wants them as a page.
    dateline = "".join(f"<p>{escape(line)}</p>" for line in heads)
    places = (
        (tree, None, False, None),
        (f"<html><body><div>{dateline}</div></body></html>", None, True, "was read above the text"),
        ("<html><body><p>-</p></body></html>", url, False, "was read from the address"),
    )
    for markup, address, thorough, how in places:
        found = find_date(
            markup,
            extensive_search=thorough,
            original_date=True,
            url=address,
            max_date=(today + timedelta(days=1)).isoformat(),
        )
        if found and (not thorough or _is_printed(found, heads)):
            return date.fromisoformat(found), how and f"The date of publication, {found}, {how}."
    return None, "The page tells no date of publication."


def _is_printed(found: str, lines: Sequence[str]) -> bool:
    """Whether the day and the year stand in one line; htmldate makes a date of a bare year or month too."""
    year, _, day = found.split("-")
    return any(year in line and re.search(rf"(?<!\d)0?{int(day)}(?!\d)", line) for line in lines)


def first_byline(heads: Sequence[str]) -> Inferred:
    """The name in a line such as "Von Name" or "By Name" above the text."""
    for line in heads:
        match = BYLINE.fullmatch(line.strip()) if len(line) <= LONGEST_BYLINE else None
        if match:
            name = match[1].strip(" ,")
            return name, f"The byline, {name}, was read from a line above the text."
    return None, "The page names no writer."


def language_of(tree: Tree) -> str | None:
    """The two-letter code of the language that the page declares, in lower case."""
    for place in LANGUAGE_PLACES:
        for declared in tree.xpath(place):
            code = re.match(r"\s*([A-Za-z]{2})(?![A-Za-z])", declared)
            if code:
                return code[1].lower()
    return None


def canonical_address(tree: Tree, url: str | None) -> Inferred:
    """The address that the page calls its own, if it lies on the host it was read from.

    A page that names another host is not followed: anyone could claim another site's article, and the
    registry knows articles by their addresses.
    """
    for place in CANONICAL_PLACES:
        for named in tree.xpath(place)[:1]:
            address = _web_address(url, named)
            if address is None:
                continue
            if url is None or host_of(address) == host_of(url):
                return address, None
            return (
                None,
                f"The page calls an address of another site its own: {address}",
            )
    return None, None


def _web_address(url: str | None, named: str) -> str | None:
    try:
        address = urljoin(url or "", named.strip())
        parts = urlsplit(address)
    except ValueError:
        return None
    return address if parts.scheme in ("http", "https") and parts.hostname else None


def host_of(url: str | None) -> str | None:
    """The host of an address, without the www. that means nothing."""
    host = urlsplit(url).hostname if url else None
    return host.removeprefix("www.") if host else None


def paywall_note(html: str) -> str | None:
    """A warning where the page says of itself that not everybody may read it all."""
    if NOT_FREE.search(html):
        return "The page says that it is not free to read: its text may break off early."
    return None


def left_out_note(tree: Tree, text: str) -> str | None:
    """A warning where paragraphs of prose in the page are missing from the extracted `text`."""
    taken = _squeezed(text)
    paragraphs = (" ".join(paragraph.text_content().split()) for paragraph in tree.xpath(PARAGRAPHS))
    missing = [each for each in paragraphs if is_prose(each) and _squeezed(each) not in taken]
    if not missing:
        return None
    return f"Paragraphs of the page that were left out: {len(missing)}. The first begins: {missing[0][:80]}"


def _squeezed(text: str) -> str:
    return "".join(text.split())
