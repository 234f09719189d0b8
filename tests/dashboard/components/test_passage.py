import html

from hypothesis import given
from hypothesis import strategies as st

from dashboard.components import passage

TEXT = "One. " * 1000 + "It <b>will</b> rain." + " Two." * 1000


def test_the_quote_is_marked_in_place_and_cuts_are_shown() -> None:
    start = TEXT.index("It <b>")
    shown = passage.markup(TEXT, [(start, start + 20)])
    assert "<mark>It &lt;b&gt;will&lt;/b&gt; rain.</mark>" in shown
    assert shown.count("…") == 2
    assert len(shown) < 3000


def test_overlapping_quotes_are_marked_once() -> None:
    assert passage.markup("abcdef", [(0, 4), (2, 6)]).count("<mark>") == 1


@given(st.text(alphabet="ab <&\n", max_size=60), st.integers(0, 60), st.integers(1, 20))
def test_nothing_of_the_text_is_lost(text: str, start: int, length: int) -> None:
    shown = passage.markup(text, [(start, start + length)])
    inner = shown[shown.index(">") + 1 : -len("</div>")]
    assert html.unescape(inner.replace("<mark>", "").replace("</mark>", "")) == text


def test_a_very_long_article_is_cut_around_the_quote() -> None:
    long = "word " * 40_000
    first, last = passage.span(long, [(100_000, 100_004)], whole=True)
    assert first <= 100_000
    assert last >= 100_004
    assert last - first <= passage.MOST
