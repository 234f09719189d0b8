"""Today: what waits, the most pressing first."""

from collections.abc import Sequence
from datetime import date, datetime

import streamlit as st

from dashboard import colours, escaping, formats, labels, links
from dashboard.client import registry
from dashboard.components import prediction_card, today_cards
from dashboard.components.filters import STATES
from registry.client import Client
from registry.schemas.due import DueCounts
from registry.schemas.health import Health
from registry.schemas.predictions import Prediction

# Items of each kind; the rest is one link away.
SHOWN = 5
# Predictions looked at for the first few, since those on one question are shown as one.
READ = 6 * SHOWN
# What waits, in the order of its urgency: the page where it is dealt with, and the queue that goes on there.
SECTIONS = {
    "overdue": ("judge", None),
    "due": ("judge", None),
    "review": ("judge", "undated"),
    "disputed": ("judge", "disputed"),
    "candidates": ("inbox", None),
    "soon": ("prediction", None),
}
# Kinds that one finding about a question settles for all authors at once.
JOINED = ("overdue", "due")


def show() -> None:
    """Counts, then a list of each kind that is not empty."""
    client = registry()
    health = client.read_health()
    today = health.now.astimezone(formats.reader_zone()).date()
    counts = counted(client.list_due(limit=1).counts)
    st.title(labels.text("today.title"))
    show_counts(counts)
    show_scheduler(health)
    if not any(counts.values()):
        show_nothing_waits(client)
        return
    for kind in SECTIONS:
        if counts[kind] and kind == "candidates":
            found = client.list_candidates(state="waiting", limit=SHOWN).items
            today_cards.show_candidates(found, counts[kind])
        elif counts[kind]:
            most = READ if kind in JOINED else SHOWN
            due = client.list_predictions({**STATES[kind], "sort": "due"}, limit=most).items
            show_predictions(kind, due, counts[kind], today)


def counted(counts: DueCounts) -> dict[str, int]:
    """How much waits of each kind; what has no date is counted by itself alone."""
    return {
        "overdue": counts.overdue - counts.undated_overdue,
        "due": counts.due - (counts.undated - counts.undated_overdue),
        "review": counts.undated,
        "disputed": counts.disputed,
        "candidates": counts.candidates,
        "soon": counts.soon,
    }


def show_counts(counts: dict[str, int]) -> None:
    """How much waits, by what it waits for, each a link to all of it."""
    with st.container(horizontal=True, gap="small", key="counts"):
        for name, n in counts.items():
            with st.container(border=True, width="content", key=f"count-{name}"):
                words = f"**{formats.number(n)}** {labels.text(f'today.count.{name}')}"
                if name == "candidates":
                    links.link("inbox", words)
                else:
                    links.link("predictions", words, icon=colours.STATES[name].icon, state=name, sort="due")


def show_scheduler(health: Health) -> None:
    """When the scheduler last ran; a warning with the remedy where it is late, and messages that did not arrive."""
    ran = health.scheduler.last_run_at
    if health.scheduler.late:
        st.warning(labels.text("today.scheduler_late", when=when(ran)), icon=":material/alarm_off:")
    else:
        st.caption(labels.text("today.scheduler_ran", when=when(ran)))
    if health.scheduler.last_error:
        st.warning(labels.text("today.scheduler_failed", error=escaping.plain(health.scheduler.last_error)))
    if health.n_messages_failed:
        links.link(
            "delivery", labels.count("today.undelivered", health.n_messages_failed), icon="mark_email_unread",
            state="failed",
        )  # fmt: skip


def when(instant: datetime | None) -> str:
    """An instant in words, or that there was none."""
    return labels.text("today.never") if instant is None else formats.moment(instant)


def show_predictions(kind: str, found: Sequence[Prediction], n: int, today: date) -> None:
    """A heading with the count, the first few, and the way to all of them."""
    act, queue = SECTIONS[kind]
    st.subheader(labels.text(f"today.section.{kind}", n=formats.number(n)))
    shown = today_cards.by_question(found) if kind in JOINED else [[one] for one in found]
    for same in shown[:SHOWN]:
        if len(same) > 1:
            today_cards.show_joined(same)
        else:
            prediction_card.show(same[0], today, act=act, queue=queue)
    if n > sum(map(len, shown[:SHOWN])):
        links.link(
            "predictions", labels.text("today.all", n=formats.number(n)), icon="list_alt", state=kind, sort="due"
        )


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
