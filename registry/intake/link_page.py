"""A page that lists an author's articles -> their addresses."""

from urllib.parse import urlsplit

from registry.domain.errors import Invalid, TooLarge
from registry.intake.charset import decoded
from registry.intake.feed import Listing, first_of_each, line, named
from registry.intake.page import MOST_TAGS
from registry.outbound import Fetched

FEWEST_WORDS = 4
"""A headline has at least this many words; what leads around a site has fewer."""


def read_link_page(fetched: Fetched) -> Listing:
    """The articles of the same host that a page links to by a headline.

    Raises Invalid where it links to none, TooLarge where it has too many parts.
    """
    from trafilatura.utils import load_html

    html, _ = decoded(fetched.body, fetched.charset)
    if html.count("<") > MOST_TAGS:
        raise TooLarge(f"{fetched.final_url} has too many parts to be searched for articles.")
    tree = load_html(html)
    links = [] if tree is None else tree.iter("a")
    home = urlsplit(fetched.final_url)
    found = []
    for link in links:
        title = line(link.text_content(), 500)
        entry = named(fetched.final_url, link.get("href"), title)
        if entry is None or title is None or len(title.split()) < FEWEST_WORDS:
            continue
        place = urlsplit(entry.address)
        if place.hostname == home.hostname and place.path.strip("/") and place.path != home.path:
            found.append(entry)
    if not found:
        raise Invalid(f"{fetched.final_url} links to no article by a headline. Give the page that lists them.")
    title = None if tree is None else line(tree.findtext(".//title"), 300)
    return Listing(title, first_of_each(found))
