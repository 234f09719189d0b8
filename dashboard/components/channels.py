"""The ways in which reminders reach the reader."""

from typing import Any

import streamlit as st

from dashboard import escaping, labels
from dashboard.client import registry
from dashboard.components import failure
from dashboard.components.state_badge import badge
from registry.client import Client
from registry.schemas.channels import Channel

KINDS = ("email", "webhook", "log")
SECRET = "channel-secret"  # noqa: S105 - the name under which the session keeps it


def show(client: Client) -> None:
    """Each channel, and a form that opens another."""
    _show_secret()
    channels = client.list_channels()
    if not channels:
        st.info(labels.text("channel.none"), icon=":material/info:")
    for one in channels:
        show_one(one)
    with st.expander(labels.text("channel.open"), icon=":material/add:"):
        _show_form()


def show_one(channel: Channel) -> None:
    """A channel, and a button that switches it off or on."""
    with st.container(border=True, horizontal=True, vertical_alignment="center", key=f"channel-{channel.id}"):
        st.markdown("  \n".join(lines(channel)), width="stretch")
        off = channel.disabled_at is not None
        st.button(
            labels.text("channel.resume" if off else "channel.pause"),
            icon=":material/play_arrow:" if off else ":material/pause:",
            key=f"channel-{channel.id}-switch",
            on_click=switch,
            args=(channel, not off),
        )


def lines(channel: Channel) -> list[str]:
    """A channel in Markdown: its kind and address, how it sends, and why it is off."""
    state = "disabled" if channel.disabled_at is not None else "ok"
    address = escaping.plain(channel.address or "")
    told = [f"{badge(state)} **{labels.text(f'channel.{channel.kind}')}** {address}"]
    told.append(labels.text("channel.digest", hour=channel.hour) if channel.digest else labels.text("channel.at_once"))
    if channel.disabled_reason:
        told.append(f":red[{escaping.plain(channel.disabled_reason)}]")
    return told


def switch(channel: Channel, disabled: bool) -> None:
    """Send nothing that way, or send again."""
    change = {"disabled": disabled}
    failure.attempt(lambda: registry().change_channel(channel.id, change, if_version=channel.version))


def _show_form() -> None:
    with st.form("channel-form", border=False, clear_on_submit=False):
        kind = st.selectbox(
            labels.text("field.kind"), KINDS, format_func=lambda one: labels.text(f"channel.{one}"), key="channel-kind"
        )
        address = st.text_input(
            labels.text("field.address"), key="channel-address", help=labels.text("channel.address_help")
        )
        digest = st.toggle(labels.text("channel.one_a_day"), value=True, key="channel-digest")
        hour = st.number_input(labels.text("channel.hour"), 0, 23, 8, key="channel-hour")
        if st.form_submit_button(labels.text("channel.open"), key="channel-open"):
            _open({"kind": kind, "address": (address or "").strip() or None, "digest": digest, "hour": hour})
            st.rerun()


def _open(new: dict[str, Any]) -> None:
    given = {name: value for name, value in new.items() if value is not None}
    opened = failure.attempt(lambda: registry().open_channel(given))
    if opened is not None and opened.secret:
        st.session_state[SECRET] = opened.secret


def _show_secret() -> None:
    """The secret of a webhook just opened, until the page is left; it cannot be shown again."""
    secret = st.session_state.pop(SECRET, None)
    if secret:
        st.warning(labels.text("channel.secret"), icon=":material/key:")
        st.code(secret, language=None)
