"""Lists of feeds as other programs exchange them (OPML 2.0)."""

from collections.abc import Iterable
from xml.etree import ElementTree as ET  # written here; what others wrote is read by defusedxml

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring

from registry.domain.errors import Blocked, Invalid
from registry.intake.feed import Named, line

MOST = 500


def read_opml(data: bytes) -> list[Named]:
    """The feeds of a list, `MOST` at most, folders left aside.

    Raises Invalid for what is no OPML, Blocked for one that declares entities.
    """
    try:
        root = fromstring(data)
    except DefusedXmlException as problem:
        raise Blocked("This list declares XML entities, which no list of feeds needs.") from problem
    except (ParseError, ValueError, LookupError) as problem:
        raise Invalid(f"This is no OPML: {problem}. Export the list from your feed reader again.") from problem
    if root.tag.lower() != "opml":
        raise Invalid(f"This is no OPML but <{root.tag[:50]}>. Export the list from your feed reader again.")
    outlines = [one for one in root.iter("outline") if one.get("xmlUrl")]
    return [Named(one.get("xmlUrl"), line(one.get("title") or one.get("text"), 300)) for one in outlines[:MOST]]


def write_opml(feeds: Iterable[Named], *, title: str) -> bytes:
    """A list of feeds."""
    root = ET.Element("opml", version="2.0")
    ET.SubElement(ET.SubElement(root, "head"), "title").text = title
    body = ET.SubElement(root, "body")
    for feed in feeds:
        name = feed.title or feed.address
        ET.SubElement(body, "outline", type="rss", text=name, title=name, xmlUrl=feed.address)
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written
