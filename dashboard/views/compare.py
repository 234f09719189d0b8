"""Two to five authors beside each other."""

from typing import Any

import altair as alt
import streamlit as st

from dashboard import escaping, formats, interval_charts, labels, links
from dashboard.client import registry
from dashboard.components import author_choice, chart, compared_table, record_filters
from dashboard.interval_charts import Dot
from registry.client import Client
from registry.schemas.comparisons import Comparison
from registry.schemas.track_records import TrackRecord

FIGURES = {"skill": interval_charts.SKILL, "brier": interval_charts.BRIER, "hit_rate": interval_charts.HIT_RATE}


def show() -> None:
    """Whom to compare, then their figures."""
    client = registry()
    st.title(labels.text("compare.title"))
    chosen = author_choice.show(client)
    wanted = record_filters.show(client, client.list_collections(limit=200).items)
    if len(chosen) < author_choice.FEWEST:
        st.info(labels.text("compare.choose"))
        links.link("leaderboard", labels.text("page.leaderboard"), icon="leaderboard", **record_filters.carried())
        return
    records = [client.read_track_record(slug, wanted) for slug in chosen]
    if not any(record.n_scored for record in records):
        st.info(labels.text("compare.nothing_scored"))
        return
    show_figures(records)
    show_shared(client, chosen, wanted)
    compared_table.show(records)


def show_figures(records: list[TrackRecord]) -> None:
    """Skill, Brier score and hit rate, each over all of the author's own predictions."""
    few = [labels.text("compare.few", name=record.author.name) for record in records if record.too_few]
    for column, (name, scale) in zip(st.columns(len(FIGURES), gap="medium"), FIGURES.items(), strict=True):
        with column:
            found = [figure(record, name) for record in records]
            title = labels.text(f"record.{name}")
            drawn = interval_charts.dots(found, title, scale)
            chart.show(drawn, f"compare-{name.replace('_', '-')}", title, labels.text(f"compare.{name}_help"))
    if few:
        st.warning(" ".join(few))


def figure(record: TrackRecord, name: str) -> Dot:
    """One of the author's figures as a dot."""
    value, low, high = (getattr(record, f"{name}{end}") for end in ("", "_low", "_high"))
    n = record.n_calls if name == "hit_rate" else record.n_scored
    return Dot(escaping.visible(record.author.name), value, low, high, n, faint=record.too_few)


def show_shared(client: Client, chosen: list[str], wanted: dict[str, Any]) -> None:
    """Peer scores against each other, where they share questions."""
    shared = client.read_comparison(chosen, wanted)
    title = labels.text("compare.shared")
    if not shared.n_questions:
        st.subheader(title)
        st.info(labels.text("compare.none_shared"))
        return
    told = labels.text("compare.shared_help", n=formats.number(shared.n_questions))
    chart.show(peer_chart(shared), "compare-peers", title, told)


def peer_chart(shared: Comparison) -> alt.LayerChart:
    """The mean peer score of each against the others."""
    found = [
        Dot(
            escaping.visible(one.author.name),
            one.peer_score_mean,
            one.peer_score_low,
            one.peer_score_high,
            one.n_shared,
        )
        for one in shared.authors
    ]
    return interval_charts.dots(found, labels.text("record.peer"), interval_charts.PEER)


show()
