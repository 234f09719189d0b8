"""Log: from a text, or field by field."""

from typing import Any

import streamlit as st

from dashboard import escaping, formats, labels, links, session
from dashboard.client import registry
from dashboard.components import article_form, author_search, claim_fields, failure, press, repetitions
from dashboard.judgeable import points
from registry.client import Client
from registry.schemas.predictions import Prediction

DRAFT = "log"


def show() -> None:
    """Two ways: let the registry find predictions, or write one down."""
    client = registry()
    st.title(labels.text("log.title"))
    failure.show_waiting()
    show_recorded()
    way = st.segmented_control(
        labels.text("log.way"),
        ("hand", "text"),
        default="hand",
        required=True,
        format_func=lambda one: labels.text(f"log.{one}"),
        key="log-way",
        label_visibility="collapsed",
    )
    if way == "text":
        article = article_form.show("article")
        if article is not None:
            links.go("inbox", article=article.id)
        return
    show_fields(client)


def show_recorded() -> None:
    """What was recorded last, with the way to it."""
    recorded: Prediction | None = st.session_state.get("recorded")
    if recorded is not None:
        st.success(labels.text("log.recorded", statement=formats.quoted(escaping.shortened(recorded.statement, 120))))
        links.link("prediction", labels.text("log.to_it"), icon="article", id=recorded.id)


def show_fields(client: Client) -> None:
    """The fields, the check beside them, and the button."""
    key = f"{DRAFT}-{st.session_state.get('log-round', 0)}"
    fields, check = st.columns([3, 2], gap="medium")
    with fields:
        choice = author_search.show(client, key, None)
        claim = claim_fields.show(key, session.keep(key, {}))
        mention = show_source(key)
    with check:
        show_points(claim)
        if choice is not None and choice.new_authors == "refuse" and claim.get("statement"):
            show_alike(repetitions.likely(client, choice.author, str(claim["statement"])))
        body = {**{name: value for name, value in claim.items() if value is not None}, "mentions": mention}
        if choice is not None:
            body |= {"author": choice.author, "new_authors": choice.new_authors}
        press.button(
            labels.text("log.record"),
            lambda: record(body),
            type="primary",
            icon=":material/add_task:",
            key="record",
            shortcut="Ctrl+Enter",
            disabled=choice is None or not claim.get("statement") or not claim.get("made_on"),
            help=labels.text("log.needed"),
        )


def show_source(key: str) -> list[dict[str, Any]]:
    """Where it was said, as at most one mention."""
    with st.expander(labels.text("log.source"), expanded=True):
        quote = st.text_area(labels.text("field.quote"), key=f"{key}-quote", height=70)
        place = st.text_input(labels.text("log.place"), key=f"{key}-place", help=labels.text("log.place_help"))
        outlet, reporter = st.columns(2)
        given = {
            "quote": quote,
            "address" if (place or "").startswith(("http://", "https://")) else "source": place,
            "outlet": outlet.text_input(labels.text("field.outlet"), key=f"{key}-outlet"),
            "reported_by": reporter.text_input(labels.text("field.reported_by"), key=f"{key}-reported_by"),
        }
    mention = {name: value.strip() for name, value in given.items() if value and value.strip()}
    return [mention] if mention else []


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


def show_alike(found: list[Prediction]) -> None:
    """Predictions of the author that this one may repeat."""
    if found:
        st.warning(labels.text("log.alike"), icon=":material/content_copy:")
        for one in found:
            links.link("prediction", escaping.plain(escaping.shortened(one.statement, 90)), id=one.id)


def record(body: dict[str, Any]) -> None:
    """Put it on record; the fields are emptied only if that succeeds."""
    done = failure.attempt(lambda: registry().record_prediction(body))
    if done is not None:
        st.session_state["recorded"] = done
        st.session_state["log-round"] = st.session_state.get("log-round", 0) + 1


show()
