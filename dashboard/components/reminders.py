"""Who was reminded of a prediction, when, and whether it arrived."""

import streamlit as st

from dashboard import escaping, formats, labels
from dashboard.components.state_badge import badge
from registry.client import Client
from registry.schemas.reminders import Reminder


def show(client: Client, prediction_id: object) -> None:
    """Every reminder of a prediction, in the order in which they were planned."""
    with st.expander(labels.text("reminder.title"), icon=":material/notifications:"):
        found = client.list_reminders(str(prediction_id))
        st.markdown("\n".join(f"- {line(one)}" for one in found) or labels.text("reminder.none"))


def line(reminder: Reminder) -> str:
    """One reminder: for which day, why, to whom, and what became of it in each channel."""
    words = [escaping.plain(formats.moment(reminder.planned_for)), stage(reminder.stage)]
    words.append(escaping.plain(reminder.recipient))
    for one in reminder.deliveries:
        words.append(f"{labels.text(f'channel.{one.channel}')} {badge(str(one.state))}")
        if one.last_error:
            words.append(f":red[{escaping.plain(escaping.shortened(one.last_error, 200))}]")
    return " · ".join(words)


def stage(name: str) -> str:
    """`before-3`, `due` or `after-5` in words."""
    kind, _, days = name.partition("-")
    return labels.count(f"reminder.{kind}", int(days)) if days else labels.text("reminder.due")
