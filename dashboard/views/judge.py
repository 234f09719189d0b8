"""Judge: one prediction, what was said, and what happened."""

from datetime import date

import streamlit as st

from dashboard import escaping, formats, labels, links, session
from dashboard.client import registry
from dashboard.components import (
    failure,
    history,
    judgements,
    prediction_card,
    sources,
    state_badge,
    undo,
    verdict,
    verdict_saving,
)
from registry.client import Client, Stale
from registry.schemas.predictions import PredictionDetail

BLIND = "blind"


def show() -> None:
    """The prediction that the address names, else the one that has been due the longest."""
    client = registry()
    st.title(labels.text("judge.title"))
    failed = failure.show_waiting()
    undo.show()
    wanted = links.asked("id") or first_due(client)
    if wanted is None:
        show_empty()
        return
    st.query_params["id"] = wanted
    prediction = client.read_prediction(wanted)
    today = client.read_health().now.astimezone(formats.reader_zone()).date()
    if isinstance(failed, Stale):
        verdict_saving.show_conflict(client, prediction)
    left, right = st.columns([6, 5], gap="medium")
    with right:
        blind = st.toggle(
            labels.text("judge.blind"), key=BLIND, persist_state="session", help=labels.text("judge.blind_help")
        )
        show_form(client, prediction, today, blind=blind)
    with left:
        show_claim(client, prediction, today, blind=blind and may_be_judged(client, prediction))


def first_due(client: Client) -> str | None:
    """The prediction that has been due the longest."""
    due = client.list_due(limit=1).items
    return str(due[0].id) if due else None


def show_empty() -> None:
    """What to do when nothing is due."""
    st.info(labels.text("judge.empty"), icon=":material/task_alt:")
    links.link("predictions", labels.text("today.to_predictions"), icon="list_alt")


def show_claim(client: Client, prediction: PredictionDetail, today: date, *, blind: bool) -> None:
    """What was claimed, how it is to be decided, and where it was said."""
    st.markdown(f"### {escaping.plain(prediction.statement)}")
    author = labels.text("judge.hidden") if blind else escaping.plain(prediction.author.name)
    said = labels.text("card.said", day=formats.day(prediction.made_on))
    chance = prediction_card.chance(prediction)
    st.markdown(f"{author} · {said} · {prediction_card.window(prediction, today)} · {chance}")
    shown = state_badge.badges(prediction)
    st.markdown(state_badge.badge("due") if blind else shown)
    if prediction.condition:
        st.markdown(f"**{labels.text('field.condition')}**  \n{escaping.prose(prediction.condition)}")
    criteria = labels.text("judge.no_criteria") if prediction.criteria_missing else escaping.prose(prediction.criteria)
    st.markdown(f"**{labels.text('field.criteria')}**  \n{criteria}")
    sources.show(client, prediction.mentions, blind=blind)
    history.show(client, prediction.id, blind=blind)
    if not blind:
        links.link("prediction", labels.text("judge.to_prediction"), icon="article", id=prediction.id)


def may_be_judged(client: Client, prediction: PredictionDetail) -> bool:
    """Whether the reader's own verdict is still to come."""
    return verdict_saving.next_role(prediction, verdict_saving.reader(client)) is not None


def show_form(client: Client, prediction: PredictionDetail, today: date, *, blind: bool) -> None:
    """The verdict, or what keeps the reader from giving one."""
    if prediction.withdrawn_at is not None:
        st.info(labels.text("judge.withdrawn", reason=formats.quoted(prediction.withdrawn_reason or "")))
        return
    role = verdict_saving.next_role(prediction, verdict_saving.reader(client))
    if prediction.judgements and not (blind and role == "second"):
        judgements.show(prediction.judgements)
    if role is None:
        verdict_saving.show_next(client)
        return
    if role != "verdict":
        st.info(labels.text(f"judge.role.{role}"), icon=":material/balance:")
    # Whoever judges next at the same screen must not find what the one before typed.
    key = "-".join(["judge", str(prediction.id), *filter(None, [session.acting_for()])])
    version = session.keep(f"version-{prediction.id}", prediction.version)
    body = verdict.show(prediction, today, key) | {"role": role}
    verdict_saving.show_acts(prediction, body, version, today, key)


show()
