import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard import escaping


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("**bold**", r"\*\*bold\*\*"),
        ("<b>x</b>", r"\<b\>x\</b\>"),
        ("[a](javascript:b)", r"\[a\]\(javascript\:b\)"),
        (":red[hi] $x$", r"\:red\[hi\] \$x\$"),
        ("two\nlines", "two lines"),
        ("evil\u202eerutuf", "evil⟨U\\+202E⟩erutuf"),
    ],
)
def test_markdown_is_shown_letter_by_letter(text: str, shown: str) -> None:
    assert escaping.plain(text) == shown


@given(st.text())
def test_no_mark_that_turns_the_writing_is_left(text: str) -> None:
    assert not {"\u202a", "\u202e", "\u2066", "\u2067", "\u200f"} & set(escaping.visible(text))


@given(st.text())
def test_html_never_opens_a_tag(text: str) -> None:
    shown = escaping.markup(text)
    assert "<" not in shown
    assert '"' not in shown


def test_paragraphs_and_lines_are_kept_in_prose() -> None:
    assert escaping.prose("one\ntwo\n\n# three") == "one  \ntwo\n\n\\# three"


@given(st.text(min_size=1), st.integers(2, 50))
def test_what_is_shortened_fits(text: str, most: int) -> None:
    assert len(escaping.shortened(text, most)) <= most


def test_words_are_not_cut_where_it_can_be_helped() -> None:
    assert escaping.shortened("The treaty will be signed", 16) == "The treaty will…"
