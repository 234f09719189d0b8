"""The charts of a record over time."""

from collections.abc import Sequence
from typing import Any

import altair as alt
import pandas as pd

from dashboard import escaping, formats, labels
from dashboard.chart_frame import COLOUR, GREY, day_axis, layered, number_axis, share_axis, tips
from dashboard.colours import SHADES
from registry.schemas.resolved import ResolvedPrediction

ROLLING = 20
"""Predictions over which the running mean goes; before there are as many it says nothing."""

# Right or wrong is told by form as well as by colour.
_CALLS = {"hit": ("green", "circle"), "miss": ("red", "cross"), "no_call": ("gray", "triangle-up")}


def call_of(one: ResolvedPrediction) -> str:
    """`hit`, `miss` or `no_call`."""
    return "no_call" if one.hit is None else "hit" if one.hit else "miss"


def over_time(scored: Sequence[ResolvedPrediction]) -> alt.LayerChart:
    """The Brier score of each prediction at the day its outcome was known, and the mean of the last 20."""
    frame = _frame(scored)
    frame["mean"] = frame["brier"].rolling(ROLLING).mean()
    brier = alt.Y("brier:Q", title=labels.text("score.brier"), scale=alt.Scale(domain=[0, 1]), axis=number_axis())
    points = alt.Chart(frame).mark_circle(color=GREY, opacity=0.7).encode(x=_day(frame), y=brier, tooltip=_tips())
    line = alt.Chart(frame.dropna(subset=["mean"])).mark_line(color=COLOUR, strokeWidth=2.5)
    return layered(300, points, line.encode(x=_day(frame), y="mean:Q"))


def timeline(scored: Sequence[ResolvedPrediction]) -> alt.LayerChart:
    """Hits and misses at the day on which the outcome was known, by the probability that was said."""
    names = [labels.text(f"call.{call}") for call in _CALLS]
    colours = alt.Scale(domain=names, range=[SHADES[colour].mark for colour, _ in _CALLS.values()])
    shapes = alt.Scale(domain=names, range=[shape for _, shape in _CALLS.values()])
    legend = alt.Legend(title=None, orient="top")
    frame = _frame(scored)
    points = alt.Chart(frame).mark_point(filled=True, size=70, opacity=0.85)
    points = points.encode(
        x=_day(frame),
        y=share_axis(alt.Y, "probability:Q", labels.text("field.probability")),
        color=alt.Color("call:N", title=None, scale=colours, legend=legend),
        shape=alt.Shape("call:N", title=None, scale=shapes, legend=legend),
        tooltip=_tips(),
    )
    evens = alt.Chart(pd.DataFrame({"y": [0.5]})).mark_rule(strokeDash=[4, 4], color=GREY).encode(y="y:Q")
    return layered(280, evens, points)


def _day(frame: pd.DataFrame) -> alt.X:
    days = (frame["known"].max() - frame["known"].min()).days if len(frame) else 0
    return alt.X("known:T", title=labels.text("chart.known"), axis=day_axis(days))


def _frame(scored: Sequence[ResolvedPrediction]) -> pd.DataFrame:
    rows: list[dict[str, Any]] = [_row(one) for one in scored]
    columns = ["known", "brier", "probability", "known_told", "said_told", "call", "state", "statement"]
    return pd.DataFrame(rows, columns=columns).sort_values("known", kind="stable")


def _row(one: ResolvedPrediction) -> dict[str, Any]:
    day = one.known_on or one.due_on or one.made_on
    return {
        "known": pd.Timestamp(day),
        "brier": one.brier,
        "probability": one.probability,
        "known_told": formats.day(day),
        "said_told": formats.percent(one.probability),
        "call": labels.text(f"call.{call_of(one)}"),
        "state": labels.text(f"state.{one.outcome}"),
        "statement": escaping.visible(escaping.shortened(one.statement, 120)),
    }


def _tips() -> list[alt.Tooltip]:
    return tips(
        statement=labels.text("field.statement"),
        known_told=labels.text("chart.known"),
        said_told=labels.text("field.probability"),
        state=labels.text("filter.state"),
        call=labels.text("chart.call"),
    )
