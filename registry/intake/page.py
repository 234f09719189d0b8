"""HTML -> the article in it.

trafilatura finds the main text, htmldate the date; both are given bytes and never fetch themselves.
trafilatura's `deduplicate` stays off: it remembers what other pages said and then drops it here.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from registry.domain.errors import NoArticle, TooLarge
from registry.intake.charset import decoded
from registry.intake.page_facts import (
    Tree,
    canonical_address,
    first_byline,
    host_of,
    language_of,
    left_out_note,
    paywall_note,
    publication_date,
)
from registry.intake.prose import head_lines, prose_length

if TYPE_CHECKING:
    from trafilatura.settings import Document

# Below this an "article" is a menu, a notice about cookies or a request to switch on scripts.
SHORTEST_ARTICLE = 150

# Extraction takes time with the square of it: this many take some seconds, the longest real pages a third.
MOST_TAGS = 150_000

VERBATIM = ("pre", "script", "style", "textarea")


@dataclass(frozen=True, slots=True)
class Page:
    """An article as it was read. What the page does not say is None.

    `text` has one paragraph to a line. `byline` is as printed, `outlet` the name of the site, `language` a
    two-letter code as the page declares it. `canonical_url` is the address the page calls its own, on its own
    host. `notes` tells a reviewer, in sentences, what was inferred and what looks incomplete.
    """

    text: str
    title: str | None = None
    byline: str | None = None
    published_on: date | None = None
    outlet: str | None = None
    language: str | None = None
    canonical_url: str | None = None
    notes: tuple[str, ...] = ()


def read_page(body: bytes, *, url: str | None, charset: str | None, today: date) -> Page:
    """The article in an HTML page.

    `url` is where it was read, None for a file; `charset` what the HTTP header declared. A date after the day
    that follows `today` is not taken for the page's (that day has begun somewhere).

    Raises:
        NoArticle: the page holds no running text of `SHORTEST_ARTICLE` characters.
        TooLarge: it has more than `MOST_TAGS` tags.
    """
    html, decoding_notes = decoded(body, charset)
    if html.count("<") > MOST_TAGS:
        raise TooLarge(f"{url or 'This HTML file'} has too many parts to be searched for an article. Paste its text.")
    tree = _tree(html)
    found = None if tree is None else _main_text(tree)
    text = _tidy(found.text or "") if found else ""
    if found is None or prose_length(text) < SHORTEST_ARTICLE:
        raise NoArticle(
            f"{url or 'This HTML file'} holds no article that can be read. If it is an overview, give the "
            "address of one article; if it needs a login or scripts, open it in a browser and paste its text."
        )
    return _assembled(text, found, tree, html, url, today, decoding_notes)


def _assembled(
    text: str, found: "Document", tree: Tree, html: str, url: str | None, today: date, notes: tuple[str, ...]
) -> Page:
    heads = head_lines(text)
    published_on, date_note = publication_date(tree, heads, url, today)
    byline, byline_note = (found.author, None) if found.author else first_byline(heads)
    outlet, outlet_note = _outlet(found.sitename, url)
    canonical, canonical_note = canonical_address(tree, url)
    inferred = (date_note, byline_note, outlet_note, canonical_note)
    incomplete = (paywall_note(html), left_out_note(tree, text))
    return Page(
        text=text,
        title=found.title or None,
        byline=byline,
        published_on=published_on,
        outlet=outlet,
        language=language_of(tree),
        canonical_url=canonical,
        notes=(*notes, *filter(None, inferred + incomplete)),
    )


def _tree(html: str) -> Tree | None:
    # Imported when the first page is read: it takes most of a second, which no start should wait for.
    from trafilatura.utils import load_html

    # libxml refuses characters together with a declaration of their encoding.
    tree = load_html(html.partition("?>")[2] if html.lstrip().startswith("<?xml") else html)
    if tree is not None:
        _unbreak_lines(tree)
    return tree


def _unbreak_lines(tree: Tree) -> None:
    """A line break in the source of a page means no more than a space, but trafilatura keeps some."""
    for element in tree.iter():
        if element.text and element.tag not in VERBATIM:
            element.text = element.text.replace("\r", " ").replace("\n", " ")
        if element.tail:
            element.tail = element.tail.replace("\r", " ").replace("\n", " ")


def _main_text(tree: Tree) -> "Document | None":
    import trafilatura
    from trafilatura.settings import Document

    # Its date is not used, `publication_date` has rules of its own; this keeps the search for it short.
    found = trafilatura.bare_extraction(
        tree, with_metadata=True, include_comments=False, date_extraction_params={"extensive_search": False}
    )
    return found if isinstance(found, Document) else None


def _tidy(text: str) -> str:
    lines = (re.sub(r"[ \t]+", " ", line).strip() for line in text.splitlines())
    return "\n".join(line for line in lines if line)


def _outlet(site_name: str | None, url: str | None) -> tuple[str | None, str | None]:
    if site_name and (" " in site_name or "." not in site_name):
        return site_name, None
    host = host_of(url)
    return host, f"The page does not name its outlet; {host} is the host of the address." if host else None
