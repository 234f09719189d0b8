"""What waits for a verdict, one queue for each kind, and the way from one to the next."""

from typing import Any

import streamlit as st

from dashboard import formats, labels
from dashboard.components import address_choice
from registry.client import Client
from registry.schemas.predictions import Prediction

QUEUES: dict[str, dict[str, Any]] = {
    "due": {"status": "due", "undated": False},
    "undated": {"status": "due", "undated": True},
    "disputed": {"disputed": True},
}


def choose() -> str:
    """Which queue is worked through; it stands in the address."""
    return address_choice.show(
        "queue",
        list(QUEUES),
        lambda one: labels.text(f"queue.{one}"),
        label=labels.text("queue.label"),
        forget=["id"],
    )


def first(client: Client, queue: str) -> Prediction | None:
    """The one that has waited the longest."""
    found = client.list_predictions({**QUEUES[queue], "sort": "due"}, limit=1).items
    return found[0] if found else None


def show_next(client: Client, queue: str) -> None:
    """The way to the next one of the queue."""
    following = first(client, queue)
    if following is None:
        st.success(labels.text(f"queue.done.{queue}"))
        return
    counts = client.list_due(limit=1).counts
    left = {"due": counts.overdue + counts.due - counts.undated, "undated": counts.undated, "disputed": counts.disputed}
    # Not a link: Streamlit takes one to the page that is shown for no change.
    st.button(
        labels.text("judge.next", n=formats.number(left[queue])),
        type="primary",
        icon=":material/arrow_forward:",
        key="next-due",
        shortcut="N",
        on_click=st.query_params.update,
        args=({"id": str(following.id)},),
    )
