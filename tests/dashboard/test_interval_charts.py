import pytest
import streamlit as st

from dashboard import interval_charts
from dashboard.interval_charts import SKILL, Dot

SURE = Dot("1. Mira Holt", 0.2, 0.1, 0.3, 90)
VAGUE = Dot("– Jon Ask", -0.5, -9.0, 0.9, 3, faint=True)


@pytest.fixture(autouse=True)
def in_english() -> None:
    st.session_state["language"] = "en"


def domain(*found: Dot) -> list[float]:
    drawn: list[float] = interval_charts.dots(found, "Skill", SKILL).to_dict()["layer"][1]["encoding"]["x"]["scale"][
        "domain"
    ]
    return drawn


def test_names_keep_the_order_of_the_board() -> None:
    drawn = interval_charts.dots([SURE, VAGUE], "Skill", SKILL).to_dict()
    assert drawn["layer"][1]["encoding"]["y"]["sort"] == [SURE.name, VAGUE.name]
    assert "yOffset" not in drawn["layer"][1]["encoding"]


def test_raw_and_shrunk_stand_side_by_side_and_are_told_by_form_too() -> None:
    both = [Dot("Mira Holt", 0.2, 0.1, 0.3, 90, "raw"), Dot("Mira Holt", 0.1, 0.0, 0.2, 90, "shrunk")]
    drawn = interval_charts.dots(both, "Skill", SKILL).to_dict()
    assert drawn["layer"][2]["encoding"]["yOffset"]["sort"] == ["raw", "shrunk"]
    assert drawn["layer"][2]["encoding"]["shape"]["scale"]["range"] == ["circle", "diamond"]


def test_one_vague_record_does_not_press_the_others_together() -> None:
    low, high = domain(SURE, VAGUE)
    assert low > -0.6
    assert high < 1
    assert domain(VAGUE)[0] == -2.0


def test_the_rule_of_comparison_is_always_in_sight() -> None:
    low, _ = domain(SURE)
    assert low <= 0


def test_who_has_no_figure_has_no_dot() -> None:
    drawn = interval_charts.dots([SURE, Dot("Lea Roth", None, None, None, 0)], "Skill", SKILL).to_dict()
    names = [[row["name"] for row in data if "name" in row] for data in drawn["datasets"].values()]
    assert all(name != ["Lea Roth"] for name in names)
    assert [SURE.name] in names
