"""Today: what waits, the most pressing first."""

from collections.abc import Sequence
from datetime import date, datetime

import streamlit as st

from dashboard import escaping, formats, labels, links
from dashboard.client import registry
from dashboard.components import prediction_card
from registry.client import Client
from registry.schemas.candidates import Candidate
from registry.schemas.due import DueCounts
from registry.schemas.health import Health
from registry.schemas.predictions import Prediction

# Items of each kind; the rest is one link away.
SHOWN = 5


def show() -> None:
    """Counts, then a list of each kind that is not empty."""
    client = registry()
    health = client.read_health()
    today = health.now.astimezone(formats.reader_zone()).date()
    overdue = client.list_due(urgency="overdue", limit=SHOWN)
    counts = overdue.counts
    st.title(labels.text("today.title"))
    show_counts(counts)
    show_scheduler(health)
    if not any(counts.model_dump().values()):
        show_nothing_waits(client)
        return
    show_predictions("overdue", overdue.items, counts.overdue, today)
    if counts.due:
        show_predictions("due", client.list_due(urgency="due", limit=SHOWN).items, counts.due, today)
    if counts.disputed:
        disputed = client.list_predictions({"disputed": True, "sort": "due"}, limit=SHOWN)
        show_predictions("disputed", disputed.items, counts.disputed, today)
    if counts.candidates:
        show_candidates(client.list_candidates(state="waiting", limit=SHOWN).items, counts.candidates)
    if counts.soon:
        soon = client.list_due(urgency="soon", limit=SHOWN).items
        show_predictions("soon", soon, counts.soon, today, act="prediction")


def show_counts(counts: DueCounts) -> None:
    """How much waits, by what it waits for."""
    with st.container(horizontal=True, key="counts"):
        for name, n in counts.model_dump().items():
            st.metric(labels.text(f"today.count.{name}"), formats.number(n), border=True)


def show_scheduler(health: Health) -> None:
    """When the scheduler last ran; a warning with the remedy where it is late."""
    ran = health.scheduler.last_run_at
    if health.scheduler.late:
        st.warning(labels.text("today.scheduler_late", when=when(ran)), icon=":material/alarm_off:")
    else:
        st.caption(labels.text("today.scheduler_ran", when=when(ran)))
    if health.scheduler.last_error:
        st.warning(labels.text("today.scheduler_failed", error=escaping.plain(health.scheduler.last_error)))


def when(instant: datetime | None) -> str:
    """An instant in words, or that there was none."""
    return labels.text("today.never") if instant is None else formats.moment(instant)


def show_predictions(kind: str, found: Sequence[Prediction], n: int, today: date, *, act: str = "judge") -> None:
    """A heading with the count, the first few, and the way to all of them."""
    if not found:
        return
    st.subheader(labels.text(f"today.section.{kind}", n=formats.number(n)))
    for prediction in found:
        prediction_card.show(prediction, today, act=act)
    if n > len(found):
        links.link("predictions", labels.text("today.all", n=formats.number(n)), icon="list_alt", state=kind)


def show_candidates(found: Sequence[Candidate], n: int) -> None:
    """The candidates that wait in the inbox."""
    st.subheader(labels.text("today.section.candidates", n=formats.number(n)))
    for candidate in found:
        with (
            st.container(border=True),
            st.container(horizontal=True, vertical_alignment="center", wrap=True),
        ):
            speaker = escaping.plain(candidate.speaker or labels.text("inbox.no_speaker"))
            statement = escaping.plain(escaping.shortened(candidate.statement, 200))
            st.markdown(f"**{statement}**  \n{speaker}", width="stretch")
            links.link("inbox", labels.text("card.inbox"), icon="arrow_forward", candidate=candidate.id)
    if n > len(found):
        links.link("inbox", labels.text("today.all", n=formats.number(n)), icon="inbox")


def show_nothing_waits(client: Client) -> None:
    """What to do when nothing waits: begin, or look at what is on record."""
    begun = bool(client.list_predictions(limit=1).items)
    name = "rest" if begun else "begin"
    st.info(labels.text(f"today.{name}"), icon=":material/task_alt:")
    with st.container(horizontal=True):
        links.link("articles", labels.text("today.to_articles"), icon="newspaper")
        links.link("log", labels.text("today.to_log"), icon="edit_note")
        if begun:
            links.link("predictions", labels.text("today.to_predictions"), icon="list_alt")


show()
