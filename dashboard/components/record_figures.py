"""The figures of a track record, each with its n, its interval and how it is computed."""

import streamlit as st

from dashboard import escaping, formats, labels
from registry.schemas.track_records import TrackRecord

ENOUGH = 20
"""Calls below which a rate tells nothing yet."""


def show_counts(record: TrackRecord) -> None:
    """What is on record, in counts that add up."""
    st.markdown(
        labels.text(
            "record.counts",
            **{name: formats.number(getattr(record, name)) for name in COUNTS},
        )
    )
    left_out = {name: getattr(record, name) for name in ("n_late", "n_announcements", "n_withdrawn")}
    told = [labels.text(f"record.{name}", n=formats.number(n)) for name, n in left_out.items() if n]
    if told:
        st.caption(" · ".join(told))


COUNTS = (
    "n", "n_open", "n_due", "n_resolved", "n_scored", "n_ambiguous", "n_annulled", "n_without_probability",
)  # fmt: skip


def show_scores(record: TrackRecord) -> None:
    """Skill, Brier score and hit rate, side by side."""
    few = record.n_calls < ENOUGH
    with st.container(horizontal=True, key="scores"):
        _figure("skill", formats.number(record.skill, 2), record.skill_low, record.skill_high, record.n_scored)
        _figure("brier", formats.number(record.brier, 3), record.brier_low, record.brier_high, record.n_scored)
        rate = formats.percent(record.hit_rate) if record.hit_rate is not None else formats.NOTHING
        low = None if record.hit_rate_low is None else 100 * record.hit_rate_low
        high = None if record.hit_rate_high is None else 100 * record.hit_rate_high
        _figure("hit_rate", rate, low, high, record.n_calls, digits=0)
    if few:
        st.warning(labels.text("record.too_few", n=formats.number(record.n_calls), enough=ENOUGH))
    with st.popover(labels.text("record.how"), icon=":material/function:"):
        st.markdown(how(record))


def _figure(name: str, value: str, low: float | None, high: float | None, n: int, *, digits: int = 2) -> None:
    with st.container(border=True, width=230):
        st.metric(labels.text(f"record.{name}"), value, help=labels.text(f"record.{name}_help"))
        band = formats.interval(low, high, digits)
        st.caption(labels.text("record.interval", band=band, n=formats.number(n)))


def how(record: TrackRecord) -> str:
    """How the figures come about, with the author's own numbers."""
    parts = [
        labels.text(
            "record.how_hit_rate",
            hits=formats.number(record.n_hits),
            calls=formats.number(record.n_calls),
            rate=formats.percent(record.hit_rate),
            no_call=formats.number(record.n_no_call),
        )
    ]
    if record.brier is not None and record.baseline_brier is not None:
        parts.append(
            labels.text(
                "record.how_skill",
                brier=formats.number(record.brier, 4),
                baseline=formats.number(record.baseline_brier, 4),
                skill=formats.number(record.skill, 4),
                n=formats.number(record.n_scored),
            )
        )
    return "\n\n".join(parts)


def show_citation(record: TrackRecord) -> None:
    """A sentence to quote, with everything that a reader needs to check it."""
    with st.popover(labels.text("record.cite"), icon=":material/format_quote:"):
        st.code(citation(record), language=None, wrap_lines=True)


def citation(record: TrackRecord) -> str:
    """The record in a sentence: counts, interval, collection, day and version of the formulas."""
    return labels.text(
        "record.citation",
        name=escaping.visible(record.author.name),
        n=formats.number(record.n),
        n_scored=formats.number(record.n_scored),
        hits=formats.number(record.n_hits),
        calls=formats.number(record.n_calls),
        brier=formats.number(record.brier, 3),
        band=formats.interval(record.brier_low, record.brier_high, 3),
        collection=record.collection or labels.text("author.every_collection"),
        moment=f"{record.as_of:%Y-%m-%d %H:%M} UTC",
        version=record.score_version,
    )
