import pytest
import streamlit as st

from dashboard import charts
from registry.client import Client
from registry.schemas.track_records import CalibrationBin
from tests.claims import claim, verdict


@pytest.fixture(autouse=True)
def in_english() -> None:
    st.session_state["language"] = "en"


def test_calibration_draws_a_dot_for_each_bin_that_holds_anything() -> None:
    empty = {"n": 0, "mean_probability": None, "frequency": None, "frequency_low": None, "frequency_high": None}
    full = {"n": 4, "mean_probability": 0.75, "frequency": 0.5, "frequency_low": 0.1, "frequency_high": 0.9}
    ends = {"low": 0.1, "high": 0.2}, {"low": 0.7, "high": 0.8}
    bins = [CalibrationBin.model_validate(one) for one in (empty | ends[0], full | ends[1])]
    drawn = charts.calibration(bins).to_dict()
    assert [len(data) for data in drawn["datasets"].values()].count(1) == 1
    assert drawn["layer"][2]["encoding"]["x"]["scale"]["domain"] == [0, 1]


def test_resolved_predictions_stand_at_their_due_day_by_what_happened(client: Client) -> None:
    for number, outcome in enumerate(("yes", "no", "yes")):
        made = client.record_prediction(claim(statement=f"It rains on {number} days."))
        client.judge_prediction(made.id, verdict(outcome))
    scored = client.list_predictions({"status": "resolved"}).items
    drawn = charts.timeline(scored).to_dict()
    [rows] = drawn["datasets"].values()
    assert sorted(row["state"] for row in rows) == ["came true", "came true", "did not come true"]
    over_time = charts.over_time(scored).to_dict()
    means = [row["mean"] for row in next(iter(over_time["datasets"].values()))]
    assert means[-1] == pytest.approx(sum(one.brier or 0 for one in scored) / 3)
