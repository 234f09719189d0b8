"""An author's record: counts that add up, scores with intervals, and what stands behind them."""

from typing import Any

import streamlit as st

from dashboard import charts, escaping, formats, labels, links
from dashboard.client import registry
from dashboard.components import author_search, prediction_card, record_figures
from registry.client import Client
from registry.schemas.authors import Author
from registry.schemas.predictions import Prediction
from registry.schemas.track_records import TrackRecord

# Resolved predictions that the timeline shows, the latest due.
RESOLVED = 200


def show() -> None:
    """The author that the address names."""
    slug = links.asked("slug")
    if slug is None:
        st.info(labels.text("author.choose"))
        links.link("authors", labels.text("page.authors"), icon="groups")
        return
    client = registry()
    author = client.read_author(slug)
    links.title(author.name)
    st.title(escaping.plain(author.name))
    st.markdown(author_search.about(author))
    part = choose_part(client)
    record = client.read_track_record(author.slug, part)
    record_figures.show_counts(record)
    record_figures.show_scores(record)
    show_charts(client, author, record, part)
    record_figures.show_citation(record)
    links.link("predictions", labels.text("author.all"), icon="list_alt", author=author.slug)


def choose_part(client: Client) -> dict[str, Any]:
    """Which collection the record is of, and as of when, both kept in the address."""
    collections = {one.slug: one.name for one in client.list_collections(limit=200).items}
    part = {"collection": links.asked("collection"), "as_of": links.asked("as_of")}
    if collections:
        st.session_state["record-collection"] = part["collection"] if part["collection"] in collections else None
        st.selectbox(
            labels.text("filter.collection"),
            list(collections),
            format_func=collections.__getitem__,
            key="record-collection",
            placeholder=labels.text("author.every_collection"),
            index=None,
            on_change=_to_address,
            width=320,
        )
    if part["as_of"]:
        st.info(labels.text("author.as_of", moment=escaping.plain(part["as_of"])))
    return part


def _to_address() -> None:
    chosen = st.session_state.get("record-collection")
    if chosen:
        st.query_params["collection"] = chosen
    else:
        st.query_params.pop("collection", None)


def show_charts(client: Client, author: Author, record: TrackRecord, part: dict[str, Any]) -> None:
    """Calibration, scores over time, hits and misses, best and worst calls."""
    wanted = {"author": author.slug, "status": "resolved", "sort": "-due", "collection": part["collection"]}
    found = client.list_predictions({k: v for k, v in wanted.items() if v}, limit=RESOLVED).items
    scored = [one for one in found if one.brier is not None]
    if not scored:
        st.info(labels.text("author.nothing_scored"))
        return
    left, right = st.columns(2, gap="medium")
    with left:
        st.subheader(labels.text("chart.calibration"))
        st.altair_chart(charts.calibration(record.calibration), alt=labels.text("chart.calibration"))
        st.caption(labels.text("chart.calibration_help"))
    with right:
        st.subheader(labels.text("chart.over_time"))
        st.altair_chart(charts.over_time(scored), alt=labels.text("chart.over_time"))
        st.caption(labels.text("chart.over_time_help"))
    st.subheader(labels.text("chart.timeline"))
    st.altair_chart(charts.timeline(scored), alt=labels.text("chart.timeline"))
    show_extremes(client, scored)


def show_extremes(client: Client, scored: list[Prediction]) -> None:
    """The best and the worst calls by Brier score."""
    today = client.read_health().now.astimezone(formats.reader_zone()).date()
    # Few predictions are not shown twice.
    most = min(3, (len(scored) + 1) // 2)
    ranked = sorted(scored, key=lambda one: one.brier or 0.0)
    for column, name, some in zip(st.columns(2), ("best", "worst"), (ranked[:most], ranked[::-1][:most]), strict=True):
        with column:
            st.subheader(labels.text(f"author.{name}"))
            for one in some:
                prediction_card.show(one, today, act="prediction", author=False)


show()
