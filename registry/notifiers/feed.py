"""What is due, as a feed to subscribe to (Atom, RFC 4287)."""

from collections.abc import Sequence
from datetime import UTC, datetime
from xml.etree import ElementTree as ET  # written here, never read

from registry.domain.due_feeds import DueEntry
from registry.domain.messages import one_line

MEDIA_TYPE = "application/atom+xml; charset=utf-8"
ATOM = "http://www.w3.org/2005/Atom"


def feed_of(entries: Sequence[DueEntry], *, title: str, home: str, now: datetime) -> bytes:
    """The feed: one entry for each due round of a prediction, which leads to where it is judged."""
    feed = ET.Element("feed", xmlns=ATOM)
    _text(feed, "id", f"{home.rstrip('/')}/#due")
    _text(feed, "title", title)
    _text(feed, "updated", _instant(max((entry.due_at for entry in entries), default=now)))
    ET.SubElement(feed, "link", href=home)
    for entry in entries:
        feed.append(_entry(entry))
    written: bytes = ET.tostring(feed, encoding="utf-8", xml_declaration=True)
    return written


def _entry(entry: DueEntry) -> ET.Element:
    element = ET.Element("entry")
    # A prediction that comes back is news again, so its due instant is part of what it is known by.
    _text(element, "id", f"urn:uuid:{entry.id}#{int(entry.due_at.timestamp())}")
    _text(element, "title", one_line(f"{entry.author}: {entry.statement}"))
    _text(element, "updated", _instant(entry.due_at))
    _text(ET.SubElement(element, "author"), "name", one_line(entry.author))
    ET.SubElement(element, "link", rel="alternate", href=entry.link)
    _text(element, "summary", one_line(entry.criteria, 1000))
    return element


def _text(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = text


def _instant(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
