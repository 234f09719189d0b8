import altair as alt
import pandas as pd
import pytest
import streamlit as st

from dashboard import chart_frame


def drawn() -> dict:
    point = alt.Chart(pd.DataFrame({"x": [0.5]})).mark_point().encode(x=alt.X("x:Q", axis=chart_frame.number_axis()))
    return chart_frame.layered(100, point).to_dict()


@pytest.mark.parametrize(("language", "expression"), [("en", "datum.label"), ("de", "replace(datum.label, '.', ',')")])
def test_numbers_bear_the_decimal_mark_of_the_language(language: str, expression: str) -> None:
    st.session_state["language"] = language
    assert drawn()["layer"][0]["encoding"]["x"]["axis"]["labelExpr"] == expression


@pytest.mark.parametrize(
    ("days", "ticks"),
    [
        (20, 5),
        (200, {"interval": "month", "step": 1}),
        (900, {"interval": "month", "step": 3}),
        (4000, {"interval": "year", "step": 1}),
    ],
)
def test_an_axis_of_days_tells_days_months_or_years(days: int, ticks: object) -> None:
    st.session_state["language"] = "de"
    axis = chart_frame.day_axis(days).to_dict()
    assert axis["tickCount"] == ticks
    assert ("'Mai'" in axis["labelExpr"]) is (days < 4000)


def test_charts_are_drawn_as_svg_so_that_they_can_be_saved_as_such() -> None:
    assert drawn()["usermeta"] == {"embedOptions": {"renderer": "svg"}}
