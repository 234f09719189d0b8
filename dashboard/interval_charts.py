"""Dots with intervals: authors, topics or years beside each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt
import pandas as pd

from dashboard import formats, labels
from dashboard.chart_frame import COLOUR, GREY, layered, number_axis, tips

SOLID, FAINT = 1.0, 0.45
_COLOURS = (COLOUR, GREY)
_SHAPES = ("circle", "diamond")
_STEP, _STEP_OF_TWO, _FRAME = 28, 34, 75


@dataclass(frozen=True, slots=True)
class Dot:
    """A value with its interval; `faint` where it is too uncertain to be compared.

    `kind` tells several values of one name apart, such as raw and shrunk.
    """

    name: str
    value: float | None
    low: float | None
    high: float | None
    n: int
    kind: str = ""
    faint: bool = False


@dataclass(frozen=True, slots=True)
class Scale:
    """How the values are shown: the rule at `zero`, the widest `ends`, and whether they are shares."""

    zero: float
    ends: tuple[float, float] | None = None
    percent: bool = False


SKILL = Scale(0.0, (-2.0, 1.02))
BRIER = Scale(0.25, (0.0, 1.0))
HIT_RATE = Scale(0.5, (0.0, 1.0), percent=True)
PEER = Scale(0.0)
"""Rules where somebody stands who knows no more than everyone, or no more than the others."""


def dots(found: Sequence[Dot], title: str, scale: Scale) -> alt.LayerChart:
    """One line for each name in the order given. What lies beyond the ends of the scale is cut off there."""
    kinds = list(dict.fromkeys(one.kind for one in found))
    names = list(dict.fromkeys(one.name for one in found))
    place = _place(names, kinds)
    axis = alt.Axis(format=".0%", tickCount=6) if scale.percent else number_axis(tickCount=6)
    shown = alt.Scale(domain=list(_ends(found, scale)), nice=False)
    kind = {"kind_told": labels.text("chart.kind")} if len(kinds) > 1 else {}
    told = tips(name=labels.text("chart.of"), **kind, value_told=title, band_told=labels.text("chart.band"), n="n")
    frame = pd.DataFrame([_row(one, scale) for one in found])
    bars = alt.Chart(frame.dropna(subset=["low", "high"])).mark_rule(strokeWidth=2.5, clip=True)
    bars = bars.encode(x=alt.X("low:Q", title=title, scale=shown, axis=axis), x2="high:Q", tooltip=told, **place)
    marks = alt.Chart(frame.dropna(subset=["value"])).mark_point(filled=True, size=70, clip=True)
    marks = marks.encode(
        x=alt.X("value:Q", title=title, scale=shown, axis=axis), tooltip=told,
        shape=_told_apart(alt.Shape, kinds, _SHAPES), **place,
    )  # fmt: skip
    rule = alt.Chart(pd.DataFrame({"x": [scale.zero]})).mark_rule(strokeDash=[4, 4], color=GREY, clip=True)
    height = _FRAME + (_STEP_OF_TWO if len(kinds) > 1 else _STEP) * len(names)
    return layered(height, rule.encode(x=alt.X("x:Q", scale=shown)), bars, marks)


def _place(names: list[str], kinds: list[str]) -> dict[str, Any]:
    axis = alt.Axis(labelLimit=150, ticks=False, domain=False, labelFlush=False)
    place = {
        "y": alt.Y("name:N", sort=names, title=None, axis=axis),
        "opacity": alt.Opacity("opacity:Q", scale=None, legend=None),
        "color": _told_apart(alt.Color, kinds, _COLOURS),
    }
    return place | ({"yOffset": alt.YOffset("kind:N", sort=kinds)} if len(kinds) > 1 else {})


def _told_apart(channel: Any, kinds: list[str], marks: Sequence[str]) -> Any:
    legend = alt.Legend(title=None, orient="top", symbolOpacity=1) if len(kinds) > 1 else None
    scale = alt.Scale(domain=kinds, range=list(marks[: len(kinds)]))
    return channel("kind:N", title=None, sort=kinds, scale=scale, legend=legend)


def _row(one: Dot, scale: Scale) -> dict[str, Any]:
    band = formats.shares(one.low, one.high) if scale.percent else formats.interval(one.low, one.high)
    return {
        "name": one.name,
        "kind": one.kind,
        "value": one.value,
        "low": one.low,
        "high": one.high,
        "n": one.n,
        "opacity": FAINT if one.faint else SOLID,
        "kind_told": one.kind,
        "value_told": formats.percent(one.value, 1) if scale.percent else formats.number(one.value, 2),
        "band_told": band,
    }


def _ends(found: Sequence[Dot], scale: Scale) -> tuple[float, float]:
    """Room for everything, unless the faint would press the others together; within the widest ends."""
    sure_low, sure_high = _span([one for one in found if not one.faint] or found, scale.zero)
    low, high = _span(found, scale.zero)
    room = max(sure_high - sure_low, 0.1)
    low, high = max(low, sure_low - room), min(high, sure_high + room)
    margin = 0.04 * ((high - low) or 1.0)
    widest = scale.ends or (low - margin, high + margin)
    return max(low - margin, widest[0]), min(high + margin, widest[1])


def _span(found: Sequence[Dot], zero: float) -> tuple[float, float]:
    shown = [zero, *(each for one in found for each in (one.low, one.value, one.high) if each is not None)]
    return min(shown), max(shown)
