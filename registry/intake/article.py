"""A file or a fetched address -> the article in it, whichever form it has."""

import re
from datetime import date
from pathlib import PurePath

from registry.intake.charset import decoded
from registry.intake.page import Page, read_page
from registry.intake.page_facts import host_of
from registry.intake.text import read_text
from registry.outbound import Fetched

HTML_ENDINGS = (".html", ".htm", ".xhtml")
HTML_BEGINNING = re.compile(
    rb"(\xef\xbb\xbf)?\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype\s+html|html[\s>])",
    re.IGNORECASE | re.DOTALL,
)
HTML_TYPES = ("text/html", "application/xhtml+xml")


def read_file(data: bytes, *, name: str | None, today: date) -> Page:
    """The article in a file: HTML by its name's ending or its beginning, else plain text or Markdown.

    `name` is the file's name, None for what came without one; `today` as in `read_page`. Raises what
    `read_page` and `read_text` raise.
    """
    if PurePath(name or "").suffix.lower() in HTML_ENDINGS or HTML_BEGINNING.match(data):
        return read_page(data, url=None, charset=None, today=today)
    return Page(text=read_text(data, name=name or "The text"))


def read_fetched(fetched: Fetched, *, today: date) -> Page:
    """The article at an address.

    Raises:
        NoArticle: there is none.
        Invalid: it is sent as plain text and is none.
    """
    if fetched.content_type in HTML_TYPES or HTML_BEGINNING.match(fetched.body):
        return read_page(fetched.body, url=fetched.final_url, charset=fetched.charset, today=today)
    characters, notes = decoded(fetched.body, fetched.charset)
    text = read_text(characters.encode(), name=fetched.final_url)
    host = host_of(fetched.final_url)
    return Page(text=text, outlet=host, notes=(*notes, f"The outlet, {host}, is the host of the address."))
