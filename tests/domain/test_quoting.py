import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.domain.errors import Invalid
from registry.domain.quoting import place_of


@given(st.text(max_size=30), st.text(min_size=1, max_size=30), st.text(max_size=30))
def test_a_quote_is_found_where_it_stands(before: str, quote: str, after: str) -> None:
    text = before + quote + after
    start, end = place_of(quote, text)
    assert text[start:end] == quote
    assert place_of(quote, text, len(before), len(before) + len(quote)) == (
        len(before),
        len(before) + len(quote),
    )


@pytest.mark.parametrize(
    ("quote", "start", "end"),
    [("rain", None, None), ("snow", 0, 3), ("snow", 0, None), ("snow", None, 4), ("", 2, 2), ("now", -3, 4)],
)
def test_other_words_at_the_place_are_refused(quote: str, start: int | None, end: int | None) -> None:
    with pytest.raises(Invalid):
        place_of(quote, "snow", start, end)
