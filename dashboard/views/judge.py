"""Judge: one prediction, what was said, and what happened."""

from datetime import date

import streamlit as st

from dashboard import escaping, formats, labels, links, session
from dashboard.client import registry
from dashboard.components import (
    condition,
    failure,
    history,
    judge_queue,
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
    """The prediction that the address names, else the one of the queue that has waited the longest."""
    client = registry()
    st.title(labels.text("judge.title"))
    queue = judge_queue.choose()
    failed = failure.show_waiting()
    undo.show()
    wanted = links.asked("id") or first_id(client, queue)
    if wanted is None:
        show_empty(queue)
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
        role = verdict_saving.next_role(prediction, verdict_saving.reader(client))
        show_form(client, prediction, role, today, queue, blind=blind)
    with left:
        show_claim(client, prediction, today, blind=blind and role is not None)


def first_id(client: Client, queue: str) -> str | None:
    """The id of the one that has waited the longest."""
    found = judge_queue.first(client, queue)
    return str(found.id) if found is not None else None


def show_empty(queue: str) -> None:
    """What to do when nothing waits."""
    st.info(labels.text(f"queue.done.{queue}"), icon=":material/task_alt:")
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
    condition.show(prediction, today)
    criteria = labels.text("judge.no_criteria") if prediction.criteria_missing else escaping.prose(prediction.criteria)
    st.markdown(f"**{labels.text('field.criteria')}**  \n{criteria}")
    sources.show(client, prediction.mentions, blind=blind)
    history.show(client, prediction.id, blind=blind)
    if prediction.question and prediction.outcome is None:
        links.link("question", labels.text("judge.to_question"), icon="groups", id=prediction.question)
    if not blind:
        links.link("prediction", labels.text("judge.to_prediction"), icon="article", id=prediction.id)


def show_form(
    client: Client, prediction: PredictionDetail, role: str | None, today: date, queue: str, *, blind: bool
) -> None:
    """The verdict, or what keeps the reader from giving one."""
    if prediction.withdrawn_at is not None:
        st.info(labels.text("judge.withdrawn", reason=formats.quoted(prediction.withdrawn_reason or "")))
        return
    if prediction.judgements and not (blind and role == "second"):
        judgements.show(prediction.judgements)
    if role is None:
        judge_queue.show_next(client, queue)
        return
    if role != "verdict":
        st.info(labels.text(f"judge.role.{role}"), icon=":material/balance:")
    # Whoever judges next at the same screen must not find what the one before typed.
    key = "-".join(["judge", str(prediction.id), *filter(None, [session.acting_for()])])
    version = session.keep(f"version-{prediction.id}", prediction.version)
    known = verdict.known_on(prediction, today)
    ask = labels.text("verdict.question")
    body = verdict.show(key, known, today, ask=ask, conditional=bool(prediction.condition)) | {"role": role}
    verdict_saving.show_acts(prediction, body, version, today, key)


show()
