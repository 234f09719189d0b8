"""Addresses of a calendar and a feed of what falls due, which need no key."""

import streamlit as st

from dashboard import labels
from dashboard.client import registry
from dashboard.components import failure

_MADE = "feed-token"


def show() -> None:
    """What they are for, the addresses where they were just made, and buttons to make and close them."""
    st.markdown(labels.text("feeds.what"))
    made = st.session_state.get(_MADE)
    if made is not None:
        for name in ("calendar", "feed"):
            st.caption(labels.text(f"feeds.{name}"))
            st.code(getattr(made, name), language=None)
    with st.container(horizontal=True):
        st.button(labels.text("feeds.make"), icon=":material/event:", key="feeds-make", on_click=make)
        st.button(labels.text("feeds.revoke"), icon=":material/block:", key="feeds-revoke", on_click=revoke)


def make() -> None:
    """Make new addresses; earlier ones stop working. They are shown in this session alone."""
    made = failure.attempt(lambda: registry().make_feed_token())
    if made is not None:
        st.session_state[_MADE] = made


def revoke() -> None:
    """Close the addresses."""

    def close() -> bool:
        registry().revoke_feed_token()
        return True

    if failure.attempt(close):
        st.session_state.pop(_MADE, None)
        st.toast(labels.text("feeds.revoked"))
