import streamlit as st

from dashboard.components import history
from registry.client import Client
from tests.claims import claim, verdict


def test_what_happened_is_told_in_words(client: Client) -> None:
    st.session_state["language"] = "en"
    made = client.record_prediction(claim())
    client.judge_prediction(made.id, verdict())
    told = [history.line(event) for event in client.read_history(made.id).items]
    assert "put on record · Ada Editor" in told[0]
    assert any("judged · Ada Editor" in line for line in told)


def test_blind_hides_who_judged(client: Client) -> None:
    made = client.record_prediction(claim())
    client.judge_prediction(made.id, verdict())
    events = [one for one in client.read_history(made.id).items if one.noun == "judgement"]
    assert events
    assert all("Ada" not in history.line(event, blind=True) for event in events)


def test_a_german_day_does_not_begin_a_numbered_list(client: Client) -> None:
    st.session_state["language"] = "de"
    made = client.record_prediction(claim())
    assert history.line(client.read_history(made.id).items[0]).split()[0].endswith("\\.")
