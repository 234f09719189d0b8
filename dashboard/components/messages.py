"""Messages that went, or are to go, to people, and another try for those that were given up."""

import streamlit as st

from dashboard import escaping, formats, labels
from dashboard.client import registry
from dashboard.components import failure
from dashboard.components.state_badge import badge
from registry.schemas.channels import Message


def show(message: Message) -> None:
    """One message: where it stands, to whom and how it goes, and what went wrong."""
    with st.container(border=True, horizontal=True, vertical_alignment="center", key=f"message-{message.id}"):
        st.markdown("  \n".join(lines(message)), width="stretch")
        if message.state == "failed" or (message.state == "waiting" and message.attempts):
            st.button(
                labels.text("delivery.retry"),
                icon=":material/refresh:",
                key=f"retry-{message.id}",
                on_click=try_again,
                args=(message,),
            )


def lines(message: Message) -> list[str]:
    """A message in Markdown."""
    kind = labels.text(f"channel.{message.channel_kind}")
    told = [
        f"{badge(str(message.state))} **{escaping.plain(message.subject)}**",
        f"{escaping.plain(message.recipient)} · {kind} · {when(message)}",
    ]
    if message.attempts and message.state in {"failed", "waiting"}:
        told.append(labels.count("delivery.attempts", message.attempts))
    if message.last_error:
        told.append(f":red[{escaping.plain(escaping.shortened(message.last_error, 400))}]")
    return told


def when(message: Message) -> str:
    """The instant that matters: of its delivery, of its giving up, or of its next attempt."""
    if message.sent_at is not None:
        return labels.text("delivery.sent", moment=formats.moment(message.sent_at))
    if message.failed_at is not None:
        return labels.text("delivery.failed", moment=formats.moment(message.failed_at))
    if message.state == "waiting" and message.next_attempt_at is not None:
        return labels.text("delivery.next", moment=formats.moment(message.next_attempt_at))
    return labels.text("delivery.made", moment=formats.moment(message.created_at))


def try_again(message: Message) -> None:
    """Let the scheduler deliver it with its next run."""
    if failure.attempt(lambda: registry().try_message_again(message.id)) is not None:
        st.toast(labels.text("delivery.again"))
