"""Where a claim was made, as inputs."""

from typing import Any

import streamlit as st

from dashboard import labels

_ADDRESS = ("http://", "https://")


def show(key: str) -> dict[str, Any]:
    """The inputs; answers with a mention as far as it was given."""
    with st.expander(labels.text("log.source"), expanded=True):
        quote = st.text_area(labels.text("field.quote"), key=f"{key}-quote", height=70)
        place = st.text_input(labels.text("log.place"), key=f"{key}-place", help=labels.text("log.place_help"))
        outlet, reporter = st.columns(2)
        given = {
            "quote": quote,
            "address" if (place or "").strip().startswith(_ADDRESS) else "source": place,
            "outlet": outlet.text_input(labels.text("field.outlet"), key=f"{key}-outlet"),
            "reported_by": reporter.text_input(labels.text("field.reported_by"), key=f"{key}-reported_by"),
        }
    return {name: value.strip() for name, value in given.items() if value and value.strip()}
