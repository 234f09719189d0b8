"""One finding about a question: what it means for each prediction on it, and saving it for all of them."""

from typing import Any

import streamlit as st

from dashboard import escaping, formats, labels, session
from dashboard.client import registry
from dashboard.components import failure, press
from dashboard.components.state_badge import badge, badges
from registry.schemas.predictions import Prediction
from registry.schemas.questions import Question

_LACKING = "question-lacking"
_TURNED = {"yes": "no", "no": "yes"}


def show_predictions(found: list[Prediction], body: dict[str, Any], *, blind: bool) -> None:
    """Each prediction, and what the verdict that is chosen makes of it."""
    for one in found:
        with st.container(border=True):
            st.markdown("  \n".join(lines(one, body, blind=blind)))


def lines(one: Prediction, body: dict[str, Any], *, blind: bool) -> list[str]:
    """A prediction on a question in Markdown: claim, who and how sure, what becomes of it."""
    waits = one.outcome is None
    author = labels.text("judge.hidden") if blind and waits else escaping.plain(one.author.name)
    chance = formats.probability(one.probability, one.probability_low, one.probability_high)
    side = labels.text("question.says_yes" if one.sense == 1 else "question.says_no")
    told = [f"**{escaping.plain(escaping.shortened(one.statement, 200))}**", f"{author} · {chance} · {side}"]
    outcome = outcome_of(one, body.get("outcome"))
    if waits and outcome is not None:
        told.append(labels.text("question.becomes", state=badge(outcome)))
    elif not waits:
        told.append(badges(one))
    return told


def outcome_of(one: Prediction, outcome: str | None) -> str | None:
    """What the answer to the question makes of a statement that says yes (+1) or no (-1) to it."""
    if outcome is None or one.sense == 1:
        return outcome
    return _TURNED.get(outcome, outcome)


def show_save(question: Question, waiting: list[Prediction], body: dict[str, Any], key: str) -> None:
    """The button that judges all that wait."""
    press.button(
        labels.count("question.save", len(waiting)),
        lambda: save(question, body),
        type="primary",
        icon=":material/gavel:",
        key=f"{key}-save",
        shortcut="Ctrl+Enter",
    )
    if st.session_state.pop(_LACKING, False):
        st.warning(labels.text("judge.choose_outcome"), icon=":material/rule:")


def save(question: Question, body: dict[str, Any]) -> None:
    """Put the verdict on record for every prediction on the question that waits."""
    if body.get("outcome") is None:
        st.session_state[_LACKING] = True
        return
    done = failure.attempt(lambda: registry().judge_predictions_of_question(question.slug, body))
    if done is None:
        return
    why = labels.text("judge.undone")
    undo = tuple(session.Undo("retract_judgement", (one.id, why)) for one in done)
    session.remember_act(session.Act(labels.count("question.saved", len(done)), undo))
