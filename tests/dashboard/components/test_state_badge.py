from datetime import UTC, datetime

import pytest
import streamlit as st

from dashboard import labels
from dashboard.colours import STATES
from dashboard.components.state_badge import badges, state_of
from registry.client import Client
from tests.claims import claim, verdict
from tests.registry_in_process import SetClock


@pytest.fixture(autouse=True)
def in_english() -> None:
    st.session_state["language"] = "en"


def test_every_state_has_words() -> None:
    assert {f"state.{state}" for state in STATES} <= labels.words("en").keys()


def test_a_prediction_bears_the_state_that_says_most(client: Client, set_clock: SetClock) -> None:
    made = client.record_prediction(claim())
    set_clock.now = datetime(2025, 9, 1, tzinfo=UTC)
    assert state_of(client.read_prediction(made.id)) == "overdue"
    client.judge_prediction(made.id, verdict("partly", share=0.3))
    judged = client.read_prediction(made.id)
    assert state_of(judged) == "partly"
    assert "partly came true\\: 30 %" in badges(judged)
    client.withdraw_prediction(made.id, "entered twice")
    assert state_of(client.read_prediction(made.id)) == "withdrawn"
