import pytest

from registry.domain.errors import Blocked, Unreachable
from registry.intake.robots import LONGEST_DELAY, allows, delay_of, fetch_robots
from registry.outbound import Network
from tests.outbound.conftest import names, network, site, site_server, wire
from tests.outbound.loopback import Site, answer

__all__ = ["names", "network", "site", "site_server", "wire"]

PAGE = "http://press.example/2025/one?x=1"
RULES = """
User-agent: forecast-registry
Disallow: /private
Crawl-delay: 30

User-agent: *
Disallow: /
"""


@pytest.mark.parametrize(
    ("rules", "address", "allowed"),
    [
        (RULES, PAGE, True),
        (RULES, "http://press.example/private/one", False),
        ("User-agent: *\nDisallow: /", PAGE, False),
        ("User-agent: other\nDisallow: /", PAGE, True),
        ("", PAGE, True),
        ("no rules but words", PAGE, True),
    ],
)
def test_rules_for_us_come_before_those_for_all(rules: str, address: str, allowed: bool) -> None:
    assert allows(rules, address) is allowed


@pytest.mark.parametrize(
    ("rules", "seconds"),
    [(RULES, 30), ("", 0), ("User-agent: *\nCrawl-delay: 999999", LONGEST_DELAY), ("User-agent: *\nCrawl-delay: x", 0)],
)
def test_the_pace_asked_for_is_kept_up_to_an_hour(rules: str, seconds: float) -> None:
    assert delay_of(rules) == seconds


@pytest.mark.parametrize(
    ("page", "text"),
    [
        (answer(b"User-agent: *\x00", content_type="text/plain"), "User-agent: *"),
        (answer(b"", status="404 Not Found"), ""),
        (answer(b"<html>front page</html>"), ""),
        (answer(b"", "Location: /login", status="302 Found"), ""),
    ],
)
def test_a_site_without_rules_allows_everything(site: Site, network: Network, page: bytes, text: str) -> None:
    site.pages["/robots.txt"] = page
    assert fetch_robots(PAGE, network) == text
    assert site.requests[0].startswith("GET /robots.txt ")


def test_a_site_with_a_fault_allows_nothing_for_now(site: Site, network: Network) -> None:
    site.pages["/robots.txt"] = answer(b"", status="503 Later")
    with pytest.raises(Unreachable, match="robots"):
        fetch_robots(PAGE, network)


def test_the_guard_stands_before_robots_as_well() -> None:
    with pytest.raises(Blocked):
        fetch_robots("http://127.0.0.1/page", Network())
