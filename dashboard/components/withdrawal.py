"""Taking a prediction off the record."""

import streamlit as st

from dashboard import labels
from dashboard.client import registry
from dashboard.components import failure, press
from registry.schemas.predictions import Prediction


def show(prediction: Prediction) -> None:
    """A button that asks for the reason first."""
    with st.popover(labels.text("withdraw.button"), icon=":material/delete:"):
        st.caption(labels.text("withdraw.what"))
        reason = st.text_input(labels.text("field.reason"), key=f"withdraw-{prediction.id}")
        press.button(
            labels.text("withdraw.button"),
            lambda: withdraw(prediction, reason),
            key=f"withdraw-{prediction.id}-now",
            disabled=len((reason or "").strip()) < 2,
        )


def withdraw(prediction: Prediction, reason: str) -> None:
    """Withdraw it; a tombstone stays."""
    done = failure.attempt(lambda: registry().withdraw_prediction(prediction.id, reason, if_version=prediction.version))
    if done is not None:
        st.toast(labels.text("withdraw.done"))
