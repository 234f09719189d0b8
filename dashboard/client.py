"""The way to the registry."""

import streamlit as st

from dashboard import session
from registry.client import Client

PATIENCE = 10.0
"""Seconds after which the registry counts as too slow for someone who waits before a screen."""


@st.cache_resource(show_spinner=False)
def connect() -> Client:
    """The one client of this process; tests put another in its place."""
    return Client(timeout=PATIENCE, attempts=2)


def registry() -> Client:
    """The client, acting for whoever sits before this session."""
    return connect().for_person(session.acting_for())
