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


def test_months_bear_the_names_of_the_language() -> None:
    st.session_state["language"] = "de"
    assert "'Mai'" in chart_frame.day_axis().to_dict()["labelExpr"]


def test_charts_are_drawn_as_svg_so_that_they_can_be_saved_as_such() -> None:
    assert drawn()["usermeta"] == {"embedOptions": {"renderer": "svg"}}
