"""One question: the predictions of several authors on it, judged at once."""

from datetime import date

import streamlit as st

from dashboard import escaping, formats, labels, links, session
from dashboard.client import registry
from dashboard.components import failure, question_verdict, undo, verdict
from registry.schemas.predictions import Prediction
from registry.schemas.questions import Question

MOST = 200


def show() -> None:
    """The question that the address names."""
    wanted = links.asked("id")
    if wanted is None:
        st.info(labels.text("question.choose"))
        links.link("judge", labels.text("page.judge"), icon="gavel")
        return
    client = registry()
    question = client.read_question(wanted)
    links.title(escaping.shortened(question.wording, 60))
    st.title(escaping.plain(question.wording))
    failure.show_waiting()
    undo.show()
    show_facts(question)
    found = client.list_predictions({"question": question.slug, "sort": "made"}, limit=MOST).items
    waiting = [one for one in found if one.outcome is None]
    today = client.read_health().now.astimezone(formats.reader_zone()).date()
    left, right = st.columns([6, 5], gap="medium")
    with right:
        body, blind = show_form(question, waiting, today) if waiting else ({}, False)
        if not waiting:
            st.success(labels.text("question.all_judged" if found else "question.empty"))
            links.link("today", labels.text("question.to_today"), icon="today")
    with left:
        st.subheader(labels.count("author_search.n_predictions", len(found)))
        question_verdict.show_predictions(found, body, blind=blind)


def show_facts(question: Question) -> None:
    """Criteria and window."""
    days = [formats.day(day) for day in (question.due_from, question.due_on) if day is not None]
    if days:
        st.markdown(f"**{labels.text('field.due_on')}:** {' – '.join(days)}")
    if question.criteria:
        st.markdown(f"**{labels.text('field.criteria')}**  \n{escaping.prose(question.criteria)}")


def show_form(question: Question, waiting: list[Prediction], today: date) -> tuple[dict[str, object], bool]:
    """One verdict for all that wait; answers with it as far as it was given, and whether authors are hidden."""
    blind = st.toggle(
        labels.text("judge.blind"), key="blind", persist_state="session", help=labels.text("judge.blind_help")
    )
    key = "-".join(["question", str(question.id), *filter(None, [session.acting_for()])])
    known = min(question.due_on or today, today)
    body = verdict.show(key, known, today, ask=labels.text("question.ask"))
    question_verdict.show_save(question, waiting, body, key)
    return body, blind


show()
