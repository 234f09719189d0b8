"""Taking a prediction off the record."""

import streamlit as st

from dashboard import labels
from dashboard.client import registry
from dashboard.components import failure, reasoned
from registry.schemas.predictions import Prediction


def show(prediction: Prediction) -> None:
    """A button that asks for the reason first."""
    reasoned.show(
        labels.text("withdraw.button"),
        lambda reason: withdraw(prediction, reason),
        key=f"withdraw-{prediction.id}",
        icon=":material/delete:",
        told=labels.text("withdraw.what"),
    )


def withdraw(prediction: Prediction, reason: str) -> None:
    """Withdraw it; a tombstone stays."""
    done = failure.attempt(lambda: registry().withdraw_prediction(prediction.id, reason, if_version=prediction.version))
    if done is not None:
        st.toast(labels.text("withdraw.done"))
