"""The charts, drawn from what the registry says, in the colours of the states."""

from collections.abc import Sequence
from typing import Any

import altair as alt
import pandas as pd

from dashboard import escaping, labels
from dashboard.colours import STATES, mark_of
from dashboard.components.state_badge import state_of
from registry.schemas.predictions import Prediction
from registry.schemas.track_records import CalibrationBin

ROLLING = 20
"""Predictions over which the running mean goes."""

_SHAPES = {"yes": "circle", "no": "cross", "partly": "triangle-up"}


def calibration(bins: Sequence[CalibrationBin]) -> alt.LayerChart:
    """How often statements came true against how probable they were said to be, with 95 % intervals."""
    frame = pd.DataFrame([one.model_dump() for one in bins if one.n], columns=list(CalibrationBin.model_fields))
    said, came = _share("mean_probability:Q", labels.text("chart.said"), alt.X), labels.text("chart.came_true")
    diagonal = pd.DataFrame({"x": [0, 1], "y": [0, 1]})
    ideal = alt.Chart(diagonal).mark_line(strokeDash=[4, 4], color="#767676").encode(x="x:Q", y="y:Q")
    colour = mark_of("open")
    bars = alt.Chart(frame).mark_rule(color=colour, strokeWidth=2)
    bars = bars.encode(x=said, y=_share("frequency_low:Q", came, alt.Y), y2="frequency_high:Q")
    dots = alt.Chart(frame).mark_circle(color=colour, opacity=1)
    dots = dots.encode(
        x=said,
        y=_share("frequency:Q", came, alt.Y),
        size=alt.Size("n:Q", legend=None, scale=alt.Scale(range=[40, 300])),
        tooltip=[
            alt.Tooltip("mean_probability:Q", title=labels.text("chart.said"), format=".0%"),
            alt.Tooltip("frequency:Q", title=came, format=".0%"),
            alt.Tooltip("n:Q", title="n"),
        ],
    )
    chart: alt.LayerChart = (ideal + bars + dots).properties(height=320)
    return chart


def _share(field: str, title: str, axis: Any) -> Any:
    return axis(field, title=title, scale=alt.Scale(domain=[0, 1]), axis=alt.Axis(format="%"))


def over_time(scored: Sequence[Prediction]) -> alt.LayerChart:
    """The running mean of the Brier score over the last predictions, in the order in which they fell due."""
    frame = _frame(scored)
    frame["mean"] = frame["brier"].rolling(ROLLING, min_periods=1).mean()
    day = alt.X("due:T", title=labels.text("chart.due"))
    points = alt.Chart(frame).mark_circle(color="#767676", opacity=0.45).encode(
        x=day, y=alt.Y("brier:Q", title=labels.text("score.brier"), scale=alt.Scale(domain=[0, 1])), tooltip=_tips()
    )  # fmt: skip
    line = alt.Chart(frame).mark_line(color=mark_of("open"), strokeWidth=2.5).encode(x=day, y="mean:Q")
    chart: alt.LayerChart = (points + line).properties(height=320)
    return chart


def timeline(scored: Sequence[Prediction]) -> alt.Chart:
    """Every scored prediction at the day it fell due and the probability it was given, by what happened."""
    names = [labels.text(f"state.{state}") for state in _SHAPES]
    title = labels.text("filter.state")
    colours = alt.Scale(domain=names, range=[mark_of(state) for state in _SHAPES])
    shapes = alt.Scale(domain=names, range=list(_SHAPES.values()))
    chart: alt.Chart = (
        alt.Chart(_frame(scored))
        .mark_point(filled=True, size=70, opacity=0.85)
        .encode(
            x=alt.X("due:T", title=labels.text("chart.due")),
            y=alt.Y("probability:Q", title=labels.text("field.probability"), axis=alt.Axis(format="%")),
            color=alt.Color("state:N", title=title, scale=colours),
            shape=alt.Shape("state:N", title=title, scale=shapes),
            tooltip=_tips(),
        )
        .properties(height=260)
    )
    return chart


def _frame(scored: Sequence[Prediction]) -> pd.DataFrame:
    rows: list[dict[str, Any]] = [
        {
            "due": pd.Timestamp(one.due_on or one.known_on or one.made_on),
            "brier": one.brier,
            "probability": one.probability,
            "state": labels.text(f"state.{state_of(one)}"),
            "statement": escaping.visible(escaping.shortened(one.statement, 120)),
        }
        for one in scored
        if state_of(one) in STATES
    ]
    return pd.DataFrame(rows).sort_values("due", kind="stable")


def _tips() -> list[alt.Tooltip]:
    return [
        alt.Tooltip("statement:N", title=labels.text("field.statement")),
        alt.Tooltip("due:T", title=labels.text("chart.due")),
        alt.Tooltip("probability:Q", title=labels.text("field.probability"), format=".0%"),
        alt.Tooltip("state:N", title=labels.text("filter.state")),
    ]
