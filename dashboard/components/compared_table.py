"""The figures of several authors in a table, one column for each."""

from collections.abc import Callable, Iterator, Sequence

import streamlit as st

from dashboard import escaping, formats, labels, links
from dashboard.components import record_filters
from dashboard.components.record_figures import ENOUGH
from registry.schemas.track_records import TrackRecord

Told = Callable[[TrackRecord], str]


def show(records: Sequence[TrackRecord]) -> None:
    """The table, and a way to each record."""
    st.subheader(labels.text("compare.in_figures"))
    st.markdown("\n".join(lines(records)))
    with st.container(horizontal=True):
        for record in records:
            name, carried = escaping.plain(record.author.name), record_filters.carried()
            links.link("author", name, icon="person", slug=record.author.slug, **carried)


def lines(records: Sequence[TrackRecord]) -> Iterator[str]:
    """The lines of the table in Markdown, each figure with its interval and its n."""
    names = " | ".join(escaping.plain(record.author.name) for record in records)
    yield f"| | {names} |"
    yield f"| --- |{' --: |' * len(records)}"
    rows: dict[str, Told] = {
        "scored": lambda one: f"{formats.number(one.n_scored)} / {formats.number(one.n_resolved)}",
        "skill": lambda one: _with_band(one, formats.number(one.skill, 2), _band(one.skill_low, one.skill_high)),
        "brier": lambda one: _with_band(one, formats.number(one.brier, 3), _band(one.brier_low, one.brier_high)),
        "hit_rate": lambda one: (
            f"{formats.percent(one.hit_rate)} ({formats.number(one.n_hits)} / {formats.number(one.n_calls)})"
            f"{_few(one.n_calls < ENOUGH)}"
        ),
        "peer": lambda one: (
            f"{formats.number(one.peer_score_mean, 1)} (n = {formats.number(one.n_peers)})"
            if one.n_peers
            else formats.NOTHING
        ),
        "boldness": lambda one: formats.number(one.boldness, 2),
        "lead_days": lambda one: formats.number(one.lead_days),
    }
    for name, told in rows.items():
        yield f"| {labels.text(f'compare.row.{name}')} | {' | '.join(told(record) for record in records)} |"


def _band(low: float | None, high: float | None) -> str:
    return formats.interval(low, high)


def _with_band(record: TrackRecord, value: str, band: str) -> str:
    return f"{value} ({band}){_few(record.too_few)}"


def _few(few: bool) -> str:
    return f" {labels.text('record.few')}" if few else ""
