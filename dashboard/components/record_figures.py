"""The figures of a track record, each with its n, its interval and how it is computed."""

from dataclasses import dataclass

import streamlit as st

from dashboard import formats, labels
from dashboard.components import record_explained
from registry.schemas.track_records import TrackRecord

ENOUGH = 20
"""Calls or scored predictions below which a figure tells nothing yet."""

COUNTS = (
    "n", "n_open", "n_due", "n_resolved", "n_scored", "n_ambiguous", "n_annulled", "n_without_probability",
)  # fmt: skip
_APART = ("n_late", "n_announcements", "n_withdrawn")


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure as it is shown: `name` is the key of its words."""

    name: str
    value: str
    band: str
    n: int
    few: bool


def show_counts(record: TrackRecord) -> None:
    """What is on record, in counts that add up."""
    told = {name: formats.number(getattr(record, name)) for name in COUNTS}
    st.markdown(labels.text("record.counts", **told))
    left_out = {name: getattr(record, name) for name in _APART}
    told_apart = [labels.text(f"record.{name}", n=formats.number(n)) for name, n in left_out.items() if n]
    if told_apart:
        st.caption(" · ".join(told_apart))


def show_scores(record: TrackRecord) -> None:
    """Skill, Brier score, hit rate and peer score, side by side."""
    with st.container(horizontal=True, key="scores"):
        for figure in figures(record):
            _show(figure, record)
    show_few(record)
    for told in (record_explained.sensitivity(record), record_explained.bands(record)):
        if told:
            st.markdown(told)


def show_few(record: TrackRecord) -> None:
    """Says so where there are too few calls to tell anything."""
    if record.n_calls < ENOUGH:
        st.warning(labels.text("record.too_few", calls=formats.counted("calls", record.n_calls), enough=ENOUGH))


def figures(record: TrackRecord) -> list[Figure]:
    """The figures that stand at the top; the peer score only where others predicted the same."""
    few = record.too_few or record.n_scored < ENOUGH
    shown = [
        Figure(
            "skill", formats.number(record.skill, 2), formats.interval(record.skill_low, record.skill_high),
            record.n_scored, few,
        ),
        Figure(
            "brier", formats.number(record.brier, 3), formats.interval(record.brier_low, record.brier_high, 3),
            record.n_scored, few,
        ),
        Figure(
            "hit_rate", formats.percent(record.hit_rate), formats.shares(record.hit_rate_low, record.hit_rate_high),
            record.n_calls, record.n_calls < ENOUGH,
        ),
    ]  # fmt: skip
    if record.n_peers:
        band = formats.interval(record.peer_score_low, record.peer_score_high, 1)
        value = formats.number(record.peer_score_mean, 1)
        shown.append(Figure("peer", value, band, record.n_peers, record.n_peers < ENOUGH))
    return shown


def _show(figure: Figure, record: TrackRecord) -> None:
    with st.container(border=True, width=200, key=f"figure-{figure.name}"):
        st.metric(labels.text(f"record.{figure.name}"), figure.value, help=labels.text(f"record.{figure.name}_help"))
        told = labels.text("record.interval", band=figure.band, n=formats.number(figure.n))
        st.caption(f"{told}  \n**{labels.text('record.few')}**" if figure.few else told)
        with st.popover(labels.text("record.how"), type="tertiary"):
            st.markdown(record_explained.how(figure.name, record))
