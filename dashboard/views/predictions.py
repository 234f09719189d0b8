"""Predictions: search, filter, page, take away."""

import streamlit as st

from dashboard import formats, labels, links
from dashboard.client import registry
from dashboard.components import filters, prediction_table
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
    prediction_table.show(page.items)
    with st.container(horizontal=True, vertical_alignment="center"):
        if links.asked("cursor"):
            st.button(labels.text("predictions.first"), icon=":material/first_page:", on_click=turn_to, args=(None,))
        if page.next_cursor:
            st.button(
                labels.text("predictions.next"),
                icon=":material/navigate_next:",
                key="next-page",
                on_click=turn_to,
                args=(page.next_cursor,),
            )
        st.caption(labels.text("predictions.shown", n=formats.number(len(page.items))))
        st.download_button(
            labels.text("predictions.csv"),
            lambda: prediction_table.as_csv(client.iter_predictions(wanted)),
            file_name="predictions.csv",
            mime="text/csv",
            icon=":material/download:",
        )


def show_nothing(client: Client) -> None:
    """Why nothing is shown, and a way on."""
    if client.list_predictions(limit=1).items:
        st.info(labels.text("predictions.none_fit"), icon=":material/search_off:")
        st.button(labels.text("predictions.clear"), on_click=clear)
        return
    st.info(labels.text("today.begin"))
    links.link("log", labels.text("today.to_log"), icon="edit_note")


def turn_to(cursor: str | None) -> None:
    """Let the address name a page of the list; None for the first."""
    if cursor is None:
        st.query_params.pop("cursor", None)
    else:
        st.query_params["cursor"] = cursor


def clear() -> None:
    """Take every filter out of the address."""
    for name in (*filters.NAMES, "cursor"):
        st.query_params.pop(name, None)


show()
