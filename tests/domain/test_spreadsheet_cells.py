import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.domain.spreadsheet_cells import as_meant, defused


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@now", "\t=1", "\r=1", '=HYPERLINK("http://example.org")'])
def test_what_a_spreadsheet_would_run_becomes_text(text: str) -> None:
    assert defused(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "It will rain.", "'tis the season", "5 - 3", "a=b"])
def test_everything_else_stays(text: str) -> None:
    assert defused(text) == text


@given(st.text(alphabet="'=+-@\t\ra ", max_size=6) | st.text(max_size=5))
def test_nothing_is_lost_on_the_way_back(text: str) -> None:
    assert as_meant(defused(text)) == text
    assert not defused(text).startswith(("=", "+", "-", "@", "\t", "\r"))
