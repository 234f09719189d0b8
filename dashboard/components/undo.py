"""What was done last, and a way to take it back."""

from functools import partial

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
        if act.undo:
            st.button(
                labels.text("undo.button"),
                icon=":material/undo:",
                key="undo",
                shortcut="U",
                on_click=take_back,
                args=(act,),
            )


def take_back(act: session.Act) -> None:
    """Undo an act step by step, and say so; the first step that fails ends it and is explained."""
    client = registry()
    for done, step in enumerate(act.undo):
        if failure.attempt(partial(getattr(client, step.method), *step.arguments)) is None:
            session.remember_act(session.Act(act.told, act.undo[done:]))
            return
    session.forget_act()
    st.toast(labels.text("undo.done"))
