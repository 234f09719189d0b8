import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.domain.extraction.tokens import tokenise, words_between


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It won't last.", ["It", "won't", "last", "."]),
        ("They’ll win", ["They", "'ll", "win"]),
        ("um 3,5 Prozent", ["um", "3,5", "Prozent"]),
        ("US-Präsident Shi-Kupfer", ["US-Präsident", "Shi-Kupfer"]),
        ("„Ja“, sagt er", ["„", "Ja", "“", ",", "sagt", "er"]),
    ],
)
def test_words_and_marks_are_told_apart(text: str, words: list[str]) -> None:
    assert [t.text.replace("’", "'") for t in tokenise(text, 0, len(text))] == words


@given(st.text(max_size=200))
def test_every_token_is_the_text_at_its_offsets(text: str) -> None:
    tokens = tokenise(text, 0, len(text))
    assert all(text[t.start : t.end] == t.text for t in tokens)
    assert [t.start for t in tokens] == sorted(t.start for t in tokens)


def test_the_words_between_two_tokens_keep_their_spaces() -> None:
    text = "a  b c"
    assert words_between(text, tokenise(text, 0, len(text)), 0, 1) == "a  b"
