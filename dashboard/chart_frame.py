"""What all charts share: axes in the reader's language, and colours."""

from typing import Any

import altair as alt
import pandas as pd

from dashboard import labels
from dashboard.colours import mark_of

GREY = "#767676"
COLOUR = mark_of("open")

WEEKS, YEAR = 75, 366
"""Days up to which an axis tells single days, and single months."""


def layered(height: int, *charts: alt.Chart) -> alt.LayerChart:
    """Charts over each other, the first at the bottom; `height` in pixels.

    Drawn as SVG however many points there are, so that it can be saved as such. Its marks are hidden from screen
    readers, which would read out each without a name; they are given the chart's name instead.
    """
    chart: alt.LayerChart = alt.LayerChart(layer=list(charts)).configure_mark(aria=False)
    return chart.properties(height=height, usermeta={"embedOptions": {"renderer": "svg"}})


def share_axis(axis: Any, field: str, title: str) -> Any:
    """An axis of shares from 0 to 1, in percent."""
    return axis(field, title=title, scale=alt.Scale(domain=[0, 1]), axis=alt.Axis(format=".0%"))


def number_axis(**options: Any) -> alt.Axis:
    """An axis of numbers with the language's decimal mark; Vega itself knows English alone."""
    expression = "replace(datum.label, '.', ',')" if labels.language() == "de" else "datum.label"
    return alt.Axis(labelExpr=expression, **options)


def day_axis(days: int) -> alt.Axis:
    """An axis of so many days: days of weeks, months by their names with each January by its year, or years."""
    months = ", ".join(f"'{labels.text(f'month.{number}')}'" for number in range(1, 13))
    month = f"[{months}][month(datum.value)]"
    if days <= WEEKS:
        return alt.Axis(labelExpr=f"date(datum.value) + ' ' + {month}", tickCount=5, labelOverlap=True)
    label = f"month(datum.value) == 0 ? year(datum.value) : {month}"
    step = 1 if days <= YEAR else 3
    if days > 5 * YEAR:
        return alt.Axis(labelExpr="year(datum.value)", tickCount={"interval": "year", "step": 1}, labelOverlap=True)
    return alt.Axis(labelExpr=label, tickCount={"interval": "month", "step": step}, labelOverlap=True)


def diagonal() -> alt.Chart:
    """The line on which what is said and what happens agree."""
    ends = pd.DataFrame({"x": [0, 1], "y": [0, 1]})
    line: alt.Chart = alt.Chart(ends).mark_line(strokeDash=[4, 4], color=GREY).encode(x="x:Q", y="y:Q")
    return line


def tips(**titles: str) -> list[alt.Tooltip]:
    """What is told of a mark that is pointed at: columns of ready words, each with its title."""
    return [alt.Tooltip(f"{column}:N", title=title) for column, title in titles.items()]
