import pytest
import streamlit as st

from dashboard import client
from registry.client import Client
from tests.registry_in_process import ClientOf


def test_there_is_one_client_for_the_whole_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REGISTRY_API_URL", "http://127.0.0.1:8123")
    client.connect.clear()
    assert isinstance(client.connect(), Client)
    assert client.connect() is client.connect()
    client.connect.clear()


def test_the_registry_is_asked_in_the_name_of_whoever_sits_there(connected: Client, client_of: ClientOf) -> None:
    client_of("judge", "Bo Judge")
    st.session_state["person"] = "Bo Judge"
    assert client.registry().read_me().acting_for == "Bo Judge"
    st.session_state["person"] = None
    assert client.registry().read_me().person == connected.read_me().person
