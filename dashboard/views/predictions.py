"""Predictions: search, filter, order, page, take away."""

from typing import Any

import streamlit as st

from dashboard import formats, labels, links
from dashboard.client import registry
from dashboard.components import filters, prediction_table, turning
from registry.client import Client

ROWS = 50


def show() -> None:
    """Filters above, the table below."""
    client = registry()
    st.title(labels.text("predictions.title"))
    collections = {one.slug: one.name for one in client.list_collections(limit=200).items}
    wanted = filters.show(collections)
    page = client.list_predictions(wanted, cursor=links.asked("cursor"), limit=ROWS)
    if not page.items:
        show_nothing(client)
        return
    narrowing = {name: value for name, value in wanted.items() if name != "sort"}
    today = client.read_health().now.astimezone(formats.reader_zone()).date()
    prediction_table.show(page.items, today)
    with st.container(horizontal=True, vertical_alignment="center"):
        turning.show(len(page.items), ROWS, client.count_predictions(narrowing), page.next_cursor)
        show_download(client, narrowing)


def show_download(client: Client, narrowing: dict[str, Any]) -> None:
    """All that the filters let through as a file, written only when somebody wants it."""
    st.download_button(
        labels.text("predictions.csv"),
        lambda: client.export_predictions(narrowing),
        file_name="predictions.csv",
        mime="text/csv",
        icon=":material/download:",
        key="csv",
        on_click="ignore",
    )


def show_nothing(client: Client) -> None:
    """Why nothing is shown, and a way on."""
    if client.list_predictions(limit=1).items:
        st.info(labels.text("predictions.none_fit"), icon=":material/search_off:")
        st.button(labels.text("predictions.clear"), on_click=filters.clear)
        return
    st.info(labels.text("today.begin"))
    links.link("log", labels.text("today.to_log"), icon="edit_note")


show()
