"""Delivery: what was sent, what waits, what could not be delivered; channels, calendar and feed."""

import streamlit as st

from dashboard import labels, links
from dashboard.client import registry
from dashboard.components import address_choice, channels, failure, feed_addresses, messages
from registry.client import Client

ROWS = 20
STATES = ("all", "failed", "waiting", "sent", "dropped")


def show() -> None:
    """Messages by their state, then the ways in which they go out."""
    client = registry()
    st.title(labels.text("delivery.title"))
    failure.show_waiting()
    show_summary(client)
    left, right = st.columns([3, 2], gap="medium")
    is_reminded = client.read_me().role != "reader"
    with left:
        st.subheader(labels.text("delivery.messages"))
        if is_reminded:
            show_messages(client)
        else:
            st.info(labels.text("delivery.reader"), icon=":material/info:")
    with right:
        if is_reminded:
            st.subheader(labels.text("channel.title"))
            channels.show(client)
        st.subheader(labels.text("feeds.title"))
        feed_addresses.show()


def show_summary(client: Client) -> None:
    """How many messages wait, and how many were given up."""
    health = client.read_health()
    waiting = labels.count("delivery.waiting", health.n_messages_waiting)
    if health.n_messages_failed:
        words = labels.count("today.undelivered", health.n_messages_failed)
        st.warning(f"{words}. {waiting}", icon=":material/mark_email_unread:")
    else:
        st.caption(f"{labels.text('delivery.none_failed')} {waiting}")


def show_messages(client: Client) -> None:
    """A page of messages, the latest first."""
    state = address_choice.show(
        "state",
        STATES,
        lambda one: labels.text("delivery.all" if one == "all" else f"state.{one}"),
        label=labels.text("filter.state"),
        forget=["cursor"],
    )
    page = client.list_messages(state=None if state == "all" else state, cursor=links.asked("cursor"), limit=ROWS)
    if not page.items:
        st.info(labels.text("delivery.none"), icon=":material/mail:")
    for message in page.items:
        messages.show(message)
    if page.next_cursor:
        params = {"cursor": page.next_cursor, "state": None if state == "all" else state}
        links.link("delivery", labels.text("predictions.next"), icon="navigate_next", **params)


show()
