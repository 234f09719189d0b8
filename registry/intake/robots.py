"""What a site's robots.txt allows (RFC 9309). Protego reads it; it is fetched as every page is."""

from urllib.parse import urlsplit, urlunsplit

from protego import Protego

from registry.domain.errors import Unreachable
from registry.outbound import Limits, Network, call

AGENT = "forecast-registry"
LIMITS = Limits(max_bytes=500_000, total_seconds=10, wait_seconds=8)
LONGEST_DELAY = 3600.0


def fetch_robots(address: str, network: Network) -> str:
    """The robots.txt of the site of `address`; empty where it has none, which allows everything.

    Raises Unreachable where the site has a fault of its own: then nothing of it may be read for now.
    """
    parts = urlsplit(address)
    place = urlunsplit((parts.scheme, parts.netloc, "/robots.txt", "", ""))
    answer = call(place, limits=LIMITS, network=network, guarded=True)
    if answer.status >= 500:
        raise Unreachable(f"{parts.hostname} answers {answer.status} for its robots.txt; tried again later.")
    if not 200 <= answer.status <= 299 or answer.content_type == "text/html":
        return ""
    return answer.body.decode("utf-8", "replace").replace("\x00", "")


def allows(robots: str, address: str) -> bool:
    """Whether the robots.txt lets the registry read the address."""
    return bool(Protego.parse(robots).can_fetch(address, AGENT))


def delay_of(robots: str) -> float:
    """Seconds that the robots.txt asks for between two requests, at most an hour; 0 where it asks for none."""
    return min(float(Protego.parse(robots).crawl_delay(AGENT) or 0), LONGEST_DELAY)
