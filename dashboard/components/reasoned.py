"""Acts that need a reason: a popover that asks for it first."""

from collections.abc import Callable

import streamlit as st

from dashboard import labels

SHORTEST = 2
"""Characters that the registry wants of a reason."""


def show(
    button: str,
    act: Callable[[str], object],
    *,
    key: str,
    icon: str,
    ask: str | None = None,
    do: str | None = None,
    told: str | None = None,
    before: Callable[[], None] | None = None,
) -> None:
    """The button and, behind it, the question for the reason and a button that is called as `do` says.

    `before` draws what else is asked, in the same form.

    A form, so that the press of whoever goes straight from typing to the button takes along what was typed.
    """
    with st.popover(button, icon=icon, key=f"{key}-popover"), st.form(f"{key}-form", border=False):
        if told:
            st.caption(told)
        if before is not None:
            before()
        reason = st.text_input(ask or labels.text("field.reason"), key=key)
        if st.form_submit_button(do or button, key=f"{key}-now"):
            _carry_out(act, (reason or "").strip())


def _carry_out(act: Callable[[str], object], reason: str) -> None:
    if len(reason) < SHORTEST:
        st.warning(labels.text("reason.missing"))
        return
    act(reason)
    st.rerun()
