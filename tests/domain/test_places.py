import pytest

from registry.domain.places import NOWHERE, Place, places_of

SHA256 = "ab" * 32


@pytest.mark.parametrize(
    ("address", "source", "addresses", "sha256", "places"),
    [
        ("https://a.example", None, [], None, [Place("https://a.example", None)]),
        (None, "Evening News", ["https://b.example"], SHA256, [Place(None, "Evening News")]),
        (
            None,
            None,
            ["https://b.example", "https://c.example"],
            SHA256,
            [Place("https://b.example", None), Place("https://c.example", None), Place(None, f"sha256:{SHA256}")],
        ),
        (None, None, [], SHA256, [Place(None, f"sha256:{SHA256}")]),
        (None, None, [], None, [NOWHERE]),
    ],
)
def test_a_place_is_what_the_mention_names_else_where_its_article_stands(
    address: str | None, source: str | None, addresses: list[str], sha256: str | None, places: list[Place]
) -> None:
    assert places_of(address, source, addresses, sha256) == places
