"""Predictions as a table: a click on a row shows it in full, a click on a heading orders all of them."""

from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from dashboard import escaping, formats, labels, links
from dashboard.components import prediction_card
from dashboard.components.state_badge import state_of
from registry.schemas.predictions import Prediction

COLUMNS = ("statement", "state", "author", "probability", "due_on", "made_on", "brier")
ORDERS = {"due_on": ("due", "-due"), "made_on": ("-made", "made")}
"""Columns by which the registry orders all predictions: at the first click, and at the next."""
TABLE = "prediction-table"
_DRAWN = "prediction-table-drawn"
ROW, MOST = 35, 12
"""Pixels of a row, and rows before the table scrolls by itself."""


def show(found: list[Prediction], today: date) -> None:
    """The table, and the prediction picked in it."""
    # Headings order what is on the page alone, unless columns can be picked.
    # The frame's own search and download know this page alone; style.css hides them in this container.
    picked: Any = st.container(key="predictions-list").dataframe(
        pd.DataFrame([row(one) for one in found], columns=list(COLUMNS)),
        hide_index=True,
        height=ROW * (min(len(found), MOST) + 1) + 3,
        row_height=ROW,
        on_select="rerun",
        selection_mode=["single-cell", "single-column"],
        placeholder=formats.NOTHING,
        column_config=_columns(),
        alt=labels.text("table.alt"),
        key=_key(),
    )
    if picked.selection.columns:
        order_by(picked.selection.columns[0])
    elif picked.selection.cells:
        show_picked(found[picked.selection.cells[0][0]], today)


def _key() -> str:
    return f"{TABLE}-{st.session_state.get(_DRAWN, 0)}"


def order_by(column: str) -> None:
    """Let the address ask for the order of a column, turned where it is in force; others have none."""
    orders = ORDERS.get(column)
    if orders is None:
        st.toast(labels.text("table.no_order"))
        return
    first, turned = orders
    st.query_params["sort"] = turned if st.query_params.get("sort") == first else first
    st.query_params.pop("cursor", None)
    # Under another key, so that the heading is no longer picked and can be clicked again.
    st.session_state[_DRAWN] = st.session_state.get(_DRAWN, 0) + 1
    st.rerun()


def show_picked(prediction: Prediction, today: date) -> None:
    """A prediction in full, at the foot of the screen, with the ways to it."""
    with st.bottom, st.container(border=True, key="picked"):
        st.markdown(prediction_card.lines(prediction, today))
        with st.container(horizontal=True):
            links.link("prediction", labels.text("card.prediction"), icon="arrow_forward", id=prediction.id)
            if prediction.outcome is None and prediction.withdrawn_at is None:
                links.link("judge", labels.text("card.judge"), icon="gavel", id=prediction.id)
            links.link("author", labels.text("prediction.to_author"), icon="person", slug=prediction.author.slug)


def row(prediction: Prediction) -> dict[str, Any]:
    """One line of the table; probabilities in percent."""
    chance = prediction.probability
    return {
        "statement": escaping.visible(prediction.statement),
        "author": escaping.visible(prediction.author.name),
        "made_on": prediction.made_on,
        "due_on": prediction.due_on,
        "probability": None if chance is None else 100 * chance,
        "state": labels.text(f"state.{state_of(prediction)}"),
        "brier": prediction.brier,
    }


def _columns() -> dict[str, Any]:
    config = st.column_config
    days = formats.day_input()
    name = {column: labels.text(f"table.{column}") for column in COLUMNS}
    order = labels.text("table.order_help")
    # Together as wide as the page beside the navigation on a screen of 1280 pixels.
    return {
        "statement": config.TextColumn(name["statement"], width=304),
        "state": config.TextColumn(name["state"], width=125),
        "author": config.TextColumn(name["author"], width=120),
        "probability": config.NumberColumn(name["probability"], format="%.0f %%", width=56),
        "due_on": config.DateColumn(name["due_on"], format=days, width=88, help=order),
        "made_on": config.DateColumn(name["made_on"], format=days, width=88, help=order),
        "brier": config.NumberColumn(name["brier"], format="%.2f", width=62, help=labels.text("table.brier_help")),
    }
