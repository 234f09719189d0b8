"""Log: from a text, or field by field."""

from typing import Any

import streamlit as st

from dashboard import escaping, labels, links, session
from dashboard.client import registry
from dashboard.components import (
    address_choice,
    article_form,
    author_search,
    claim_fields,
    failure,
    grouping,
    hedge_reading,
    place,
    recording,
    repetitions,
)
from dashboard.judgeable import points
from registry.client import Client

WAYS = ("hand", "text")


def show() -> None:
    """Two ways: let the registry find predictions, or write one down."""
    client = registry()
    st.title(labels.text("log.title"))
    failure.show_waiting()
    show_recorded()
    way = address_choice.show("way", WAYS, lambda one: labels.text(f"log.{one}"), label=labels.text("log.way"))
    if way == "text":
        article = article_form.show("article")
        if article is not None:
            links.go("inbox", article=article.id)
        return
    show_fields(client)


def show_recorded() -> None:
    """What was recorded last, with the way to it."""
    recorded = session.last_recorded()
    if recorded is not None:
        st.success(recorded.told)
        links.link("prediction", labels.text("log.to_it"), icon="article", id=recorded.prediction_id)


def show_fields(client: Client) -> None:
    """The fields; beside them how judgeable the claim is, what is like it, and the button."""
    key = f"log-{st.session_state.get(recording.ROUND, 0)}"
    fields, check = st.columns([3, 2], gap="medium")
    with fields:
        choice = author_search.show(client, key, None)
        claim = claim_fields.show(key, session.keep(key, {}))
        mention = place.show(key)
        groups = grouping.show(client, key, statement=claim.get("statement"))
    with check:
        # Above what comes and goes, so that it does not move away from under the pointer.
        acts = st.container()
        show_points(claim)
        words = str(mention.get("quote") or claim.get("statement") or "")
        hedge = hedge_reading.show(client, key, words, claim)
        link = None
        if choice is not None and choice.new_authors == "refuse":
            link = repetitions.choose(repetitions.find(client, choice.author, claim), f"{key}-repeats")
    with acts:
        recording.show(choice, {**claim, **hedge, **groups}, mention, link)


def show_points(claim: dict[str, Any]) -> None:
    """How judgeable the claim is as it stands."""
    st.markdown(f"**{labels.text('judgeable.title')}**")
    lines = []
    for point in points(claim):
        icon = ":green[:material/check_circle:]" if point.met else ":orange[:material/error:]"
        words = labels.text(
            f"judgeable.{point.name}.{'met' if point.met else 'unmet'}", found=escaping.plain(point.found)
        )
        lines.append(f"{icon} {words}")
    st.markdown("  \n".join(lines))


show()
