"""A prediction in a few lines, with one link to the act that it waits for."""

from datetime import date

import streamlit as st

from dashboard import escaping, formats, labels, links
from dashboard.components.state_badge import badges
from registry.schemas.predictions import Prediction


def show(
    prediction: Prediction, today: date, *, act: str = "judge", author: bool = True, queue: str | None = None
) -> None:
    """Statement, who and when, where it stands; `act` names the page that the link leads to.

    `queue` is what goes on there once this one is judged (`judge_queue.QUEUES`).
    """
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        st.markdown(lines(prediction, today, author=author), width="stretch")
        links.link(act, labels.text(f"card.{act}"), icon="arrow_forward", id=prediction.id, queue=queue)


def lines(prediction: Prediction, today: date, *, author: bool = True) -> str:
    """The card's words as Markdown."""
    statement = escaping.plain(escaping.shortened(prediction.statement, 280))
    facts = [window(prediction, today), chance(prediction)]
    if author:
        facts.insert(0, escaping.plain(prediction.author.name))
    return f"**{statement}**  \n{' · '.join(facts)}  \n{badges(prediction)}"


def window(prediction: Prediction, today: date) -> str:
    """When it falls due, in words."""
    if prediction.due_on is None:
        looked = prediction.snoozed_until or prediction.review_on
        if looked is None:
            return labels.text("card.undated")
        return labels.text("card.review", day=formats.day(looked), distance=formats.distance(looked, today))
    if prediction.snoozed_until is not None and prediction.status == "open":
        return labels.text("card.snoozed", day=formats.day(prediction.snoozed_until))
    return labels.text(
        "card.due", day=formats.day(prediction.due_on), distance=formats.distance(prediction.due_on, today)
    )


def chance(prediction: Prediction) -> str:
    """How sure the author was."""
    return formats.probability(prediction.probability, prediction.probability_low, prediction.probability_high)
