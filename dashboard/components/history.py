"""What happened to a prediction, in words."""

import streamlit as st

from dashboard import escaping, formats, labels
from registry.client import Client
from registry.schemas.events import Event


def show(client: Client, prediction_id: object, *, expanded: bool = False, blind: bool = False) -> None:
    """Every event of a prediction, its mentions and judgements, the oldest first."""
    with st.expander(labels.text("history.title"), icon=":material/history:", expanded=expanded):
        events = client.read_history(str(prediction_id)).items
        st.markdown("\n".join(f"- {line(event, blind=blind)}" for event in events) or formats.NOTHING)


def line(event: Event, *, blind: bool = False) -> str:
    """One event: when, what, by whom."""
    known = labels.words(labels.language())
    what = known.get(f"history.{event.noun}.{event.verb}")
    if what is None:
        what = f"{escaping.plain(event.noun)}: {escaping.plain(event.verb)}"
    reason = next((event.texts[name] for name in ("reason", "withdrawn_reason") if event.texts.get(name)), "")
    # Escaped, since a line that begins with "1. Juli" would be a numbered list.
    words = [escaping.plain(formats.moment(event.at)), what]
    if event.person and not (blind and event.noun == "judgement"):
        words.append(escaping.plain(event.person))
    if reason:
        words.append(formats.quoted(escaping.shortened(reason, 200)))
    return " · ".join(words)
