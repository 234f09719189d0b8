import streamlit as st

from dashboard.components.grouping import told
from registry.client import Client


def test_a_question_is_told_with_what_it_joins(client: Client) -> None:
    st.session_state["language"] = "en"
    made = client.add_question({"wording": "Will it *rain*?", "due_on": "2025-12-31"})
    assert told(made) == r"Will it \*rain\*? · 0 predictions · 31 Dec 2025"
