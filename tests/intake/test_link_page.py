import pytest

from registry.domain.errors import Invalid, TooLarge
from registry.intake.link_page import read_link_page
from registry.outbound import Fetched

HOME = "https://press.example/by/holt"


def fetched(body: str) -> Fetched:
    return Fetched(HOME, HOME, 200, "text/html", "utf-8", body.encode())


def test_headlines_of_the_same_site_are_articles_and_the_rest_is_not() -> None:
    listing = read_link_page(
        fetched(
            "<html><head><title>Mira Holt | Press</title></head><body>"
            '<a href="/">The front page of this site</a><a href="/imprint">Imprint</a>'
            '<a href="/2025/summit.html"><h2>Why the summit\n will fail</h2></a>'
            '<a href="https://press.example/2025/summit.html#comments">Comments on that very article</a>'
            '<a href="/by/holt?page=2">Older articles by this author</a>'
            '<a href="http://shop.example/book">Buy her book at the shop</a>'
            '<a href="mailto:holt@press.example">Write a letter to her</a><a>No link at all here</a>'
            "</body></html>"
        )
    )
    assert listing.title == "Mira Holt | Press"
    assert [(one.address, one.title) for one in listing.named] == [
        ("https://press.example/2025/summit.html", "Why the summit will fail")
    ]


@pytest.mark.parametrize("body", ["", "<p>Nothing here</p>", "<a href='/x'>short</a>"])
def test_a_page_without_headlines_is_refused(body: str) -> None:
    with pytest.raises(Invalid, match="links to no article"):
        read_link_page(fetched(body))


def test_a_page_of_too_many_parts_is_refused() -> None:
    with pytest.raises(TooLarge):
        read_link_page(fetched("<b>" * 150_001))
