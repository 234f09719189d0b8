"""Who sits before the screen: judgements and everything else go down under that name."""

import streamlit as st

from dashboard import client, escaping, labels, session
from registry.client import NotAllowed


@st.cache_data(ttl=60, show_spinner=False)
def names() -> list[str]:
    """Everyone who may act, by name; nobody where the key may not list them."""
    try:
        return [person.name for person in client.connect().iter_persons() if person.disabled_at is None]
    except NotAllowed:
        return []


def show() -> None:
    """A choice of persons, where there is more than one."""
    own = client.connect().read_me().person.name
    others = [name for name in names() if name != own]
    if not others:
        st.caption(labels.text("who.only", name=escaping.plain(own)))
        return
    st.selectbox(
        labels.text("who.label"),
        [None, *others],
        format_func=lambda name: own if name is None else name,
        key=session.PERSON,
        persist_state="session",
        on_change=session.forget_act,
        help=labels.text("who.help"),
    )
