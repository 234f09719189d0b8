"""One prediction: what was said, what became of it, and its whole history."""

from datetime import date

import streamlit as st

from dashboard import escaping, formats, labels, links
from dashboard.client import registry
from dashboard.components import (
    failure,
    history,
    judgements,
    prediction_card,
    reminders,
    sources,
    state_badge,
    withdrawal,
)
from registry.client import Client
from registry.schemas.predictions import PredictionDetail


def show() -> None:
    """The prediction that the address names."""
    wanted = links.asked("id")
    if wanted is None:
        st.info(labels.text("prediction.choose"))
        links.link("predictions", labels.text("today.to_predictions"), icon="list_alt")
        return
    client = registry()
    prediction = client.read_prediction(wanted)
    links.title(escaping.shortened(prediction.statement, 60))
    failure.show_waiting()
    st.title(escaping.plain(prediction.statement))
    st.markdown(state_badge.badges(prediction))
    left, right = st.columns([3, 2], gap="medium")
    with left:
        show_claim(client, prediction)
        sources.show(client, prediction.mentions)
        history.show(client, prediction.id, expanded=True)
        reminders.show(client, prediction.id)
    with right:
        show_acts(prediction)
        show_score(prediction)
        if prediction.judgements:
            st.subheader(labels.text("prediction.judgements"))
            judgements.show(prediction.judgements)


def show_claim(client: Client, prediction: PredictionDetail) -> None:
    """The claim's facts, each beside its name."""
    today = client.read_health().now.astimezone(formats.reader_zone()).date()
    facts = {
        "author": escaping.plain(prediction.author.name),
        "made_on": formats.day(prediction.made_on),
        "due_on": due(prediction, today),
        "probability": prediction_card.chance(prediction),
        "hedge": formats.quoted(prediction.hedge) if prediction.hedge else "",
        "condition": escaping.plain(prediction.condition or ""),
        "collection": escaping.plain(client.read_collection(prediction.collection).name)
        if prediction.collection
        else "",
        "tags": escaping.plain(", ".join(prediction.tags)),
    }
    told = (f"**{labels.text(f'field.{name}')}:** {words}" for name, words in facts.items() if words)
    st.markdown("  \n".join(told))
    criteria = labels.text("judge.no_criteria") if prediction.criteria_missing else escaping.prose(prediction.criteria)
    st.markdown(f"**{labels.text('field.criteria')}**  \n{criteria}")
    show_ways(prediction)


def due(prediction: PredictionDetail, today: date) -> str:
    """Its last day and how far that is away, or when it is looked at again."""
    if prediction.due_on is None:
        return prediction_card.window(prediction, today)
    return f"{formats.day(prediction.due_on)} ({formats.distance(prediction.due_on, today)})"


def show_ways(prediction: PredictionDetail) -> None:
    """To its author, its collection and question, and the predictions that it revises or that revise it."""
    with st.container(horizontal=True):
        links.link("author", labels.text("prediction.to_author"), icon="person", slug=prediction.author.slug)
        if prediction.question:
            links.link("question", labels.text("prediction.to_question"), icon="groups", id=prediction.question)
        if prediction.collection:
            words = labels.text("prediction.to_collection")
            links.link("predictions", words, icon="folder_open", collection=prediction.collection)
        if prediction.revises:
            links.link("prediction", labels.text("prediction.revises"), icon="undo", id=prediction.revises)
        for later in prediction.revised_by:
            links.link("prediction", labels.text("prediction.revised_by"), icon="redo", id=later)


def show_acts(prediction: PredictionDetail) -> None:
    """What can be done with it."""
    if prediction.withdrawn_at is not None:
        st.info(labels.text("judge.withdrawn", reason=formats.quoted(prediction.withdrawn_reason or "")))
        return
    with st.container(horizontal=True):
        links.link("judge", labels.text("card.judge"), icon="gavel", id=prediction.id)
        withdrawal.show(prediction)


def show_score(prediction: PredictionDetail) -> None:
    """The scores of this one prediction, where it has any."""
    if prediction.brier is None:
        return
    one, other = st.columns(2)
    one.metric(labels.text("score.brier"), formats.number(prediction.brier, 3), help=labels.text("table.brier_help"))
    other.metric(labels.text("score.log"), formats.number(prediction.log_score, 3), help=labels.text("score.log_help"))


show()
