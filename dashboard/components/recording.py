"""Putting a prediction on record, or one more place where it was said."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from dashboard import escaping, labels, session
from dashboard.client import registry
from dashboard.components import failure, press
from dashboard.components.author_search import Choice
from dashboard.components.repetitions import Link

NEEDED = ("author", "statement", "made_on")
ROUND = "log-round"
"""Counts what was recorded in this session, so that the next one begins with empty fields."""
_LACKING = "log-lacking"


def show(choice: Choice | None, claim: Mapping[str, Any], mention: dict[str, Any], link: Link | None) -> None:
    """The button. It can always be pressed, and then says what is missing.

    Were it disabled until all is there, the press of whoever goes straight from typing to it would be lost.
    """
    words = "log.add_place" if link is not None and link.how == "repeats" else "log.record"
    press.button(
        labels.text(words),
        lambda: act(choice, claim, mention, link),
        type="primary",
        icon=":material/add_task:",
        key="record",
        shortcut="Ctrl+Enter",
    )
    lacking = st.session_state.pop(_LACKING, None)
    if lacking:
        names = ", ".join(labels.text(f"field.{name}") for name in lacking)
        st.warning(labels.text("log.lacking", names=names), icon=":material/rule:")


def act(choice: Choice | None, claim: Mapping[str, Any], mention: dict[str, Any], link: Link | None) -> None:
    """Record it if nothing is missing; the fields are emptied only if that succeeds."""
    given = {**claim, "author": choice and choice.author}
    lacking = [name for name in NEEDED if not given.get(name)]
    if lacking:
        st.session_state[_LACKING] = lacking
    elif choice is not None and link is not None and link.how == "repeats":
        add_place(link, mention, claim)
    elif choice is not None:
        record(choice, claim, mention, link)


def record(choice: Choice, claim: Mapping[str, Any], mention: dict[str, Any], link: Link | None) -> None:
    """Put a new prediction on record."""
    body = {name: value for name, value in claim.items() if value is not None}
    body |= {"author": choice.author, "new_authors": choice.new_authors, "mentions": [mention] if mention else []}
    if link is not None:
        body[link.how] = str(link.prediction.id)
    done = failure.attempt(lambda: registry().record_prediction(body))
    if done is not None:
        _remember("log.recorded", done.id, done.statement)


def add_place(link: Link, mention: dict[str, Any], claim: Mapping[str, Any]) -> None:
    """Add one more place to the prediction that the claim repeats."""
    known = link.prediction
    body = {**mention, "said_on": claim["made_on"]}
    if failure.attempt(lambda: registry().add_mention(known.id, body)) is not None:
        _remember("log.place_added", known.id, known.statement)


def _remember(words: str, prediction_id: object, statement: str) -> None:
    told = labels.text(words, statement=escaping.plain(escaping.shortened(statement, 120)))
    session.remember_recorded(session.Recorded(told, str(prediction_id)))
    st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1
