import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.domain.errors import Invalid
from registry.domain.quoting import place_of, place_of_words


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


def test_words_stand_where_only_white_space_differs() -> None:
    text = "So the old\n  bridge (built 1890) will fall. The old bridge will stand."
    start, end = place_of_words("the old bridge (built 1890)", text) or (0, 0)
    assert text[start:end] == "the old\n  bridge (built 1890)"
    assert place_of_words("The old bridge", text, start=10) == (text.index("The old"), text.index(" will stand"))


@pytest.mark.parametrize("quote", ["", "  ", "the new bridge", "the oldbridge", "THE OLD BRIDGE", "x " * 1001])
def test_other_words_have_no_place(quote: str) -> None:
    assert place_of_words(quote, "So the old bridge will fall. " + "x " * 2000) is None


def test_words_outside_the_part_have_no_place() -> None:
    assert place_of_words("will fall", "It will fall.", start=0, end=8) is None
