import pytest

from registry.domain.extraction.speakers.owned_views import gives_view
from tests.extraction_texts import language, passage


@pytest.mark.parametrize(
    ("text", "owner", "gives"),
    [
        ("The bank's forecast is gloomy.", "bank", True),
        ("By the bank's own estimate it will fail.", "bank", True),
        ("Rain fell, and the bank's forecast is gloomy.", "bank", True),
        ("Sales fell short of the bank's forecast.", "bank", False),
        ("Sales will miss the bank's forecast.", "bank", False),
        ("Sales beat the bank's forecast.", "bank", False),
        ("Growth was above the bank's forecast.", "bank", False),
    ],
)
def test_a_view_is_given_where_it_opens_its_clause(text: str, owner: str, gives: bool) -> None:
    read = passage("en", text)
    at = next(i for i, token in enumerate(read.tokens) if token.low == owner)
    assert gives_view(read, at, language("en")) is gives
