import pytest
import streamlit as st

from dashboard.components.repetitions import difference, find, likeness
from registry.client import Client
from registry.schemas.repeats import RepeatDifference
from tests.claims import STATEMENT, claim


@pytest.fixture(autouse=True)
def in_english() -> None:
    st.session_state["language"] = "en"


def test_what_the_author_said_before_is_found_with_how_it_differs(client: Client) -> None:
    same = client.record_prediction(claim())
    client.record_prediction(claim(statement="The football club will be relegated."))
    client.record_prediction(claim(author="Eva Lind"))
    asked = {"statement": STATEMENT.replace("treaty", "solemn treaty"), "due_on": "2025-12-31", "probability": 0.9}
    [found] = find(client, "mira-holt", asked)
    assert (found.prediction.id, found.relation) == (same.id, "changed")
    assert "Due by: 15 Aug 2025 → 31 Dec 2025" in likeness(found)


def test_a_few_letters_are_not_compared_yet(client: Client) -> None:
    assert find(client, "mira-holt", {"statement": "The"}) == []


@pytest.mark.parametrize(
    ("part", "before", "after", "shown"),
    [
        ("probability", "0.90", "0.60", "Probability: 90 % → 60 %"),
        ("polarity", "no", "yes", "Yes or no: denies it → asserts it"),
        ("wording", "", "solemn", "Wording: – → “solemn”"),
    ],
)
def test_each_part_is_told_in_words(part: str, before: str, after: str, shown: str) -> None:
    assert difference(RepeatDifference(part=part, before=before, after=after)) == shown
