"""An author's record: counts that add up, scores with intervals, and what stands behind them."""

from typing import Any

import streamlit as st

from dashboard import charts, escaping, formats, labels, links, time_charts
from dashboard.client import registry
from dashboard.components import (
    address_choice,
    address_inputs,
    author_search,
    calls,
    chart,
    citation,
    more_figures,
    record_explained,
    record_figures,
    record_filters,
    record_parts,
)
from registry.client import Client
from registry.schemas.authors import Author
from registry.schemas.collections import Collection
from registry.schemas.track_records import TrackRecord

# What the page shows at a time; each part asks the registry for no more than it shows.
PARTS = ("record", "calibration", "parts")

# Resolved predictions that the charts over time show, those known last.
LATEST = 200


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
    show_names(author)
    ways_on = st.container(horizontal=True, vertical_alignment="center", key="ways-on")
    collections = client.list_collections(limit=200).items
    wanted = record_filters.show(client, collections)
    counts = st.container(key="counts")
    part = address_choice.show(
        "show", PARTS, lambda one: labels.text(f"author.part.{one}"), label=labels.text("author.see")
    )
    record = client.read_track_record(author.slug, {**wanted, "detailed": part != "record"})
    if not (record.n or wanted) and author.n_predictions:
        look_in_its_collection(client, author)
    with ways_on:
        show_ways_on(record)
    with counts:
        record_figures.show_counts(record)
    if not record.n:
        show_where_it_is(author, collections, wanted)
    elif not record.n_resolved:
        st.info(labels.text("author.nothing_scored"))
    else:
        {"record": show_record, "calibration": show_calibration, "parts": show_parts}[part](client, record, wanted)


def show_names(author: Author) -> None:
    """What tells the author from others, and every name that leads here."""
    st.markdown(author_search.about(author.model_copy(update={"aliases": []})))
    names = [*author.aliases, *(one.name for one in author.absorbed if one.name not in author.aliases)]
    if names:
        st.caption(labels.text("author.aliases", names=", ".join(escaping.plain(name) for name in names)))


def show_ways_on(record: TrackRecord) -> None:
    """To cite, to compare, to look at the predictions themselves."""
    citation.show(record)
    slug, carried = record.author.slug, record_filters.carried()
    links.link("compare", labels.text("author.compare"), icon="compare_arrows", authors=slug, **carried)
    listed = {name: carried[name] for name in ("collection", "tag", "outlet", "made_from", "made_to")}
    links.link("predictions", labels.text("author.all"), icon="list_alt", author=slug, **listed)


def look_in_its_collection(client: Client, author: Author) -> None:
    """Show the collection of the latest prediction at once, where all of them lie in separate ones."""
    latest = client.list_predictions({"author": author.slug}, limit=1).items
    if latest and latest[0].collection:
        address_inputs.put("collection", latest[0].collection)
        st.rerun()


def show_where_it_is(author: Author, collections: list[Collection], wanted: dict[str, Any]) -> None:
    """Why nothing is shown, and the collections in which there may be something."""
    st.info(labels.text("author.nothing_here" if author.n_predictions else "author.nothing_at_all"))
    if author.n_predictions and "collection" not in wanted:
        for one in [one for one in collections if one.separate][:5]:
            told = labels.text("author.in_collection", name=escaping.plain(one.name))
            st.button(
                told, key=f"record-in-{one.slug}", icon=":material/folder_open:", on_click=address_inputs.put,
                args=("collection", one.slug),
            )  # fmt: skip


def show_record(client: Client, record: TrackRecord, wanted: dict[str, Any]) -> None:
    """The figures, hits and misses, the best and the worst calls, what could not be scored."""
    resolved = client.read_resolved(record.author.slug, {**wanted, "latest": LATEST})
    if record.n_scored:
        record_figures.show_scores(record)
        told = labels.text("chart.timeline_help", n=formats.number(len(resolved.latest)))
        chart.show(time_charts.timeline(resolved.latest), "hits-and-misses", labels.text("chart.timeline"), told)
        calls.show_extremes(resolved)
    else:
        st.info(labels.text("author.nothing_scored"))
    calls.show_unscored(resolved)
    more_figures.show(record)


def show_calibration(_client: Client, record: TrackRecord, _wanted: dict[str, Any]) -> None:
    """Whether what was called 70 % likely came true in 70 % of the cases."""
    curve = record.details.corp if record.details else None
    if curve is None:
        st.info(labels.text("author.nothing_scored"))
        return
    record_figures.show_few(record)
    left, right = st.columns(2, gap="medium")
    n = formats.number(record.n_scored)
    with left:
        told = labels.text("chart.calibration_help", n=n)
        chart.show(charts.calibration(record.calibration), "calibration", labels.text("chart.calibration"), told)
    with right:
        told = labels.text("chart.reliability_help", n=n)
        chart.show(charts.reliability(curve), "reliability", labels.text("chart.reliability"), told)
    st.markdown(record_explained.calibration(record) or "")


def show_parts(client: Client, record: TrackRecord, wanted: dict[str, Any]) -> None:
    """The score over time, by year and by topic."""
    if record.details is None or not record.n_scored:
        st.info(labels.text("author.nothing_scored"))
        return
    record_figures.show_few(record)
    asked = {"latest": LATEST, "extremes": 0, "unscored": 0}
    resolved = client.read_resolved(record.author.slug, {**wanted, **asked})
    told = labels.text("chart.over_time_help", n=formats.number(len(resolved.latest)), rolling=time_charts.ROLLING)
    chart.show(time_charts.over_time(resolved.latest), "score-over-time", labels.text("chart.over_time"), told)
    record_parts.show(record, record.details)


show()
