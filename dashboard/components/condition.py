"""Whether the condition of a prediction came to hold."""

from datetime import date

import streamlit as st

from dashboard import escaping, labels, session
from dashboard.client import registry
from dashboard.components import failure
from registry.schemas.predictions import Prediction


def show(prediction: Prediction, today: date) -> None:
    """The condition, and two buttons as long as nobody has said whether it was met."""
    if not prediction.condition:
        return
    st.markdown(f"**{labels.text('field.condition')}**  \n{escaping.prose(prediction.condition)}")
    if prediction.condition_met is not None:
        st.caption(labels.text("condition.met" if prediction.condition_met else "condition.unmet"))
    elif prediction.outcome is None:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.caption(labels.text("condition.ask"), width="content")
            for met, word in ((True, "verdict.yes"), (False, "verdict.no")):
                st.button(
                    labels.text(word),
                    key=f"condition-{prediction.id}-{'met' if met else 'unmet'}",
                    on_click=decide,
                    args=(prediction, met, today),
                )
    if prediction.annulment_proposed:
        st.info(labels.text("condition.annulment"), icon=":material/do_not_disturb_on:")


def decide(prediction: Prediction, met: bool, today: date) -> None:
    """Write down whether it was met; the prediction then falls due, or its annulment is proposed."""
    change = {"condition_met": met, "condition_decided_on": today}
    act = failure.attempt(lambda: registry().correct_prediction(prediction.id, change, if_version=prediction.version))
    if act is not None:
        session.drop(f"version-{prediction.id}")
        st.toast(labels.text("condition.met" if met else "condition.unmet"))
