"""Buttons that act on what stands in the inputs at that moment."""

from collections.abc import Callable
from typing import Any

import streamlit as st


def button(label: str, act: Callable[[], object], **options: Any) -> None:
    """A button that does `act` and draws the page anew.

    Not by `on_click`: a callback is given the values of the run before, and whoever types and presses at once
    would save what stood there before.
    """
    if st.button(label, **options):
        act()
        st.rerun()
