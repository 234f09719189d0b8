"""What was done last, and a way to take it back."""

import streamlit as st

from dashboard import labels, session
from dashboard.client import registry
from dashboard.components import failure


def show() -> None:
    """The last act in words, with a button that undoes it where that can be."""
    act = session.last_act()
    if act is None:
        return
    with st.container(border=True, horizontal=True, vertical_alignment="center", key="last-act"):
        st.markdown(f":material/check: {act.told}", width="stretch")
        if act.undo is not None:
            st.button(
                labels.text("undo.button"),
                icon=":material/undo:",
                key="undo",
                shortcut="U",
                on_click=take_back,
                args=(act,),
            )


def take_back(act: session.Act) -> None:
    """Undo an act, and say so."""
    if act.undo is None:
        return
    method = getattr(registry(), act.undo)
    if failure.attempt(lambda: method(*act.arguments)) is not None:
        session.forget_act()
        st.toast(labels.text("undo.done"))
