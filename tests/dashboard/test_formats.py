from datetime import UTC, date, datetime

import pytest
import streamlit as st

from dashboard import formats

TODAY = date(2025, 8, 12)


@pytest.fixture(params=["en", "de"])
def language(request: pytest.FixtureRequest) -> str:
    st.session_state["language"] = request.param
    return str(request.param)


@pytest.fixture
def in_english() -> None:
    st.session_state["language"] = "en"


def test_days_and_numbers_follow_the_language(language: str) -> None:
    shown = formats.day(date(2025, 8, 15)), formats.number(1234.5, 1), formats.number(-0.25, 2)
    assert (
        shown
        == {
            "en": ("15 Aug 2025", "1,234.5", "−0.25"),
            "de": ("15. Aug. 2025", "1.234,5", "−0,25"),
        }[language]
    )


@pytest.mark.usefixtures("in_english")
@pytest.mark.parametrize(
    ("day", "shown"),
    [
        (date(2025, 8, 12), "today"),
        (date(2025, 8, 13), "tomorrow"),
        (date(2025, 8, 11), "yesterday"),
        (date(2025, 9, 1), "in 20 days"),
        (date(2025, 5, 1), "3 months ago"),
    ],
)
def test_distances_are_told_as_people_tell_them(day: date, shown: str) -> None:
    assert formats.distance(day, TODAY) == shown


@pytest.mark.usefixtures("in_english")
def test_probabilities_come_with_their_band() -> None:
    assert formats.probability(0.7, 0.6, 0.8) == "70 % (60–80 %)"
    assert formats.probability(0.7, 0.7, 0.7) == "70 %"
    assert formats.probability(0.125, None, None) == "12.5 %"
    assert formats.probability(None, None, None) == "no probability"


@pytest.mark.usefixtures("in_english")
def test_what_is_not_known_is_a_dash() -> None:
    assert {formats.day(None), formats.moment(None), formats.number(None), formats.percent(None)} == {"–"}
    assert formats.interval(None, 0.5) == "–"


@pytest.mark.usefixtures("in_english")
def test_instants_are_told_in_the_readers_zone() -> None:
    assert formats.moment(datetime(2025, 8, 12, 9, 5, tzinfo=UTC)) == "12 Aug 2025, 09:05"
    assert formats.quoted("a *b*") == "“a \\*b\\*”"


@pytest.mark.parametrize(
    ("language", "one", "many"), [("en", "1 call", "1,200 calls"), ("de", "1 Ansage", "1.200 Ansagen")]
)
def test_one_call_is_no_calls(language: str, one: str, many: str) -> None:
    st.session_state["language"] = language
    assert (formats.counted("calls", 1), formats.counted("calls", 1200)) == (one, many)
