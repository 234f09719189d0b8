import pytest
import streamlit as st

from dashboard.components import record_explained
from registry.domain.record_rows import RecordRow
from registry.domain.track_record import track_record
from registry.domain.vocabulary import Outcome, Status
from registry.schemas.authors import AuthorBrief
from registry.schemas.track_records import TrackRecord
from tests.databases import NOW


@pytest.fixture(autouse=True)
def in_english() -> None:
    st.session_state["language"] = "en"


def record(*rows: RecordRow) -> TrackRecord:
    found = track_record(rows, as_of=NOW)
    author = AuthorBrief(slug="mira-holt", name="Mira Holt")
    return TrackRecord.model_validate(found, from_attributes=True, update={"author": author})


def resolved(probability: float | None, **fields: float) -> RecordRow:
    return RecordRow(Status.resolved, outcome=Outcome.yes, probability=probability, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["skill", "brier", "hit_rate", "peer"])
def test_what_cannot_be_computed_says_why(name: str) -> None:
    assert record_explained.how(name, record()).startswith("There is no")


def test_stated_numbers_leave_nothing_to_the_reading() -> None:
    assert record_explained.bands(record(resolved(0.8))) is None


def test_words_are_read_at_both_ends_of_their_band() -> None:
    told = record_explained.bands(record(resolved(0.7, probability_low=0.6, probability_high=0.8)))
    assert told is not None
    assert "0.160, at the high end 0.040" in told


def test_claims_without_a_number_are_read_at_three() -> None:
    told = record_explained.sensitivity(record(resolved(0.8), resolved(None)))
    assert told is not None
    assert "70 % / 80 % / 90 %" in told
    assert "record of all 2 would have a Brier score of 0.065 / 0.040 / 0.025" in told
    assert record_explained.sensitivity(record(resolved(0.8))) is None


@pytest.mark.parametrize(("language", "told"), [("en", "1 hit / 1 call = "), ("de", "1 Treffer / 1 Ansage = ")])
def test_a_single_call_is_told_as_one(language: str, told: str) -> None:
    st.session_state["language"] = language
    assert record_explained.how("hit_rate", record(resolved(0.8))).startswith(told)
