from datetime import date

import pytest
import streamlit as st

from dashboard.components.prediction_card import chance, lines, window
from registry.client import Client
from tests.claims import claim

TODAY = date(2025, 8, 12)


@pytest.fixture(autouse=True)
def in_english() -> None:
    st.session_state["language"] = "en"


def test_a_card_says_who_when_and_how_sure(client: Client) -> None:
    made = client.record_prediction(claim())
    assert "Mira Holt · due 15 Aug 2025 (in 3 days) · 90 %" in lines(made, TODAY)
    assert "Mira Holt" not in lines(made, TODAY, author=False)


def test_an_undated_one_says_when_it_is_looked_at_again(client: Client) -> None:
    made = client.record_prediction(claim(due_on=None, probability=None))
    assert window(made, TODAY).startswith("undated, to be reviewed 6 Feb 2026")
    assert chance(made) == "no probability"


def test_one_that_was_put_off_says_until_when(client: Client) -> None:
    made = client.record_prediction(claim())
    put_off = client.snooze_prediction(made.id, {"until": "2025-12-01", "reason": "figures come late"})
    assert window(put_off, TODAY) == "put off until 1 Dec 2025"
