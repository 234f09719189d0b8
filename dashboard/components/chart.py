"""A chart with its heading, what it says in words, and buttons that save it as a picture."""

from pathlib import Path

import altair as alt
import streamlit as st

from dashboard import labels

_HERE = Path(__file__).parent
# The buttons have names before their script has run: nothing on a page is nameless, however slow the machine.
_HTML = (
    '<div class="saving"><button type="button" class="svg">SVG</button>'
    '<button type="button" class="png">PNG</button></div>'
)

# Streamlit's own toolbar saves as PNG alone.
_saving = st.components.v2.component(
    "chart_saving",
    html=_HTML,
    css=(_HERE / "chart_saving.css").read_text(encoding="utf-8"),
    js=(_HERE / "chart_saving.js").read_text(encoding="utf-8"),
)


def show(chart: alt.Chart | alt.LayerChart, name: str, title: str, told: str) -> None:
    """The heading, the chart, how to read it; `name` is unlike on one page and names the files."""
    st.subheader(title)
    with st.container(key=f"chart-{name}"):
        st.altair_chart(chart, alt=title)
        with st.container(horizontal=True, vertical_alignment="top"):
            st.caption(told, width="stretch")
            save = {kind: labels.text(f"chart.save_{kind}") for kind in ("svg", "png")}
            _saving(key=f"save-{name}", data={"name": name, "title": title, **save}, width="content")
