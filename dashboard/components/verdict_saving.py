"""Saving a verdict, putting it off, and what to do when someone else was quicker."""

from datetime import date, timedelta
from typing import Any

import streamlit as st

from dashboard import escaping, formats, labels, session
from dashboard.client import registry
from dashboard.components import failure, history, press, reasoned
from registry.client import Client
from registry.schemas.predictions import Prediction, PredictionDetail

LATER_DAYS = 30
"""Days after which a verdict that was too early is looked at again, unless another day is chosen."""
LACKING = "judge-lacking"


def reader(client: Client) -> str:
    """Name of the person who judges."""
    return session.acting_for() or client.read_me().person.name


def next_role(prediction: PredictionDetail, name: str) -> str | None:
    """What a judgement of this person would be; None where theirs stands already."""
    standing = [one for one in prediction.judgements if one.retracted_at is None]
    if all(one.role == "second" for one in standing):
        return "verdict"
    if prediction.disputed:
        return "decision"
    is_theirs = any(one.person == name for one in standing)
    return None if is_theirs else "second"


def show_acts(prediction: Prediction, body: dict[str, Any], version: int, today: date, key: str) -> None:
    """Save, or too early to tell."""
    with st.container(horizontal=True):
        press.button(
            labels.text("judge.save"),
            lambda: save(prediction, body, version),
            type="primary",
            icon=":material/gavel:",
            key=f"{key}-save",
            shortcut="Ctrl+Enter",
        )
        if body["role"] == "verdict" and not prediction.verdict_demanded:
            _show_snooze(prediction, version, today, key)
    if st.session_state.pop(LACKING, False):
        st.warning(labels.text("judge.choose_outcome"), icon=":material/rule:")
    if prediction.verdict_demanded:
        st.caption(labels.text("judge.demanded"))


def _show_snooze(prediction: Prediction, version: int, today: date, key: str) -> None:
    def ask_until() -> None:
        st.date_input(
            labels.text("field.until"),
            value=today + timedelta(days=LATER_DAYS),
            min_value=today + timedelta(days=1),
            format=formats.day_input(),
            key=f"{key}-until",
        )

    reasoned.show(
        labels.text("judge.early"),
        lambda reason: snooze(prediction, {"until": st.session_state[f"{key}-until"], "reason": reason}, version),
        key=f"{key}-early",
        icon=":material/snooze:",
        do=labels.text("judge.put_off"),
        before=ask_until,
    )


def save(prediction: Prediction, body: dict[str, Any], version: int) -> None:
    """Put the verdict on record."""
    if body.get("outcome") is None:
        st.session_state[LACKING] = True
        return
    done = failure.attempt(lambda: registry().judge_prediction(prediction.id, body, if_version=version))
    if done is None:
        return
    session.drop(f"version-{prediction.id}")
    outcome = labels.text(f"state.{done.outcome}")
    told = labels.text("judge.saved", author=escaping.plain(prediction.author.name), outcome=outcome)
    taken_back = session.Undo("retract_judgement", (done.id, labels.text("judge.undone")))
    session.remember_act(session.Act(told, (taken_back,)))
    st.query_params["id"] = str(prediction.id)


def snooze(prediction: Prediction, body: dict[str, Any], version: int) -> None:
    """Put the verdict off."""
    done = failure.attempt(lambda: registry().snooze_prediction(prediction.id, body, if_version=version))
    if done is not None:
        session.drop(f"version-{prediction.id}")
        session.remember_act(session.Act(labels.text("judge.snoozed", day=formats.day(body["until"]))))
        st.query_params.pop("id", None)


def show_conflict(client: Client, prediction: PredictionDetail) -> None:
    """What changed meanwhile, and a way to save after all."""
    before = session.keep(f"version-{prediction.id}", prediction.version)
    events = client.read_history(prediction.id).items
    newer = [event for event in events if event.noun == "prediction" and event.noun_version > before]
    st.markdown("\n".join([labels.text("judge.changed"), "", *(f"- {history.line(one)}" for one in newer)]))
    st.button(
        labels.text("judge.go_on"),
        key="accept-version",
        on_click=session.drop,
        args=(f"version-{prediction.id}",),
    )
