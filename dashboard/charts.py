"""The charts of calibration: how often things came true against how probable they were said to be."""

from collections.abc import Sequence

import altair as alt
import pandas as pd

from dashboard import formats, labels
from dashboard.chart_frame import COLOUR, diagonal, layered, share_axis, tips
from registry.schemas.track_records import CalibrationBin, CorpCurve

HEIGHT = 320


def calibration(bins: Sequence[CalibrationBin]) -> alt.LayerChart:
    """Ten bins of probabilities, each with the frequency of what came true and its 95 % interval."""
    rows = [
        {
            "said": one.mean_probability,
            "frequency": one.frequency,
            "low": one.frequency_low,
            "high": one.frequency_high,
            "n": one.n,
            "said_told": formats.percent(one.mean_probability, 1),
            "frequency_told": formats.percent(one.frequency, 1),
            "band_told": formats.shares(one.frequency_low, one.frequency_high),
        }
        for one in bins
        if one.n
    ]
    drawn = alt.Chart(pd.DataFrame(rows))
    bars = drawn.mark_rule(color=COLOUR, strokeWidth=2).encode(x=_said(), y=_came("low"), y2="high:Q")
    return _finished(drawn, [bars], labels.text("chart.band"))


def reliability(curve: CorpCurve) -> alt.LayerChart:
    """The CORP curve over the band in which chance would put somebody who is perfectly calibrated."""
    rows = [
        {
            "said": one.probability,
            "frequency": one.frequency,
            "low": one.band_low,
            "high": one.band_high,
            "n": one.n,
            "said_told": formats.percent(one.probability),
            "frequency_told": formats.percent(one.frequency, 1),
            "band_told": formats.shares(one.band_low, one.band_high),
        }
        for one in curve.points
    ]
    drawn = alt.Chart(pd.DataFrame(rows))
    band = drawn.mark_area(color=COLOUR, opacity=0.18).encode(x=_said(), y=_came("low"), y2="high:Q")
    line = drawn.mark_line(color=COLOUR, strokeWidth=2.5).encode(x=_said(), y=_came("frequency"))
    return _finished(drawn, [band, line], labels.text("chart.chance_band"))


def _finished(drawn: alt.Chart, below: list[alt.Chart], band: str) -> alt.LayerChart:
    told = tips(
        said_told=labels.text("chart.said"), frequency_told=labels.text("chart.came_true"), band_told=band, n="n"
    )
    size = alt.Size("n:Q", legend=None, scale=alt.Scale(range=[30, 260]))
    dots = drawn.mark_circle(color=COLOUR, opacity=1).encode(x=_said(), y=_came("frequency"), size=size, tooltip=told)
    return layered(HEIGHT, diagonal(), *below, dots)


def _said() -> alt.X:
    axis: alt.X = share_axis(alt.X, "said:Q", labels.text("chart.said"))
    return axis


def _came(column: str) -> alt.Y:
    axis: alt.Y = share_axis(alt.Y, f"{column}:Q", labels.text("chart.came_true"))
    return axis
