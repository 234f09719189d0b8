import pytest
import streamlit as st

from dashboard import charts
from registry.schemas.track_records import CalibrationBin, CorpCurve, CorpPoint


@pytest.fixture(autouse=True)
def in_english() -> None:
    st.session_state["language"] = "en"


def test_calibration_draws_a_dot_for_each_bin_that_holds_anything() -> None:
    empty = {"n": 0, "mean_probability": None, "frequency": None, "frequency_low": None, "frequency_high": None}
    full = {"n": 4, "mean_probability": 0.75, "frequency": 0.5, "frequency_low": 0.1, "frequency_high": 0.9}
    ends = {"low": 0.1, "high": 0.2}, {"low": 0.7, "high": 0.8}
    bins = [CalibrationBin.model_validate(one) for one in (empty | ends[0], full | ends[1])]
    drawn = charts.calibration(bins).to_dict()
    [row] = next(data for data in drawn["datasets"].values() if "said" in data[0])
    assert (row["frequency_told"], row["band_told"]) == ("50.0 %", "10 to 90 %")
    assert drawn["layer"][2]["encoding"]["x"]["scale"]["domain"] == [0, 1]


def test_the_reliability_curve_stands_over_its_band() -> None:
    points = [CorpPoint(probability=p, n=3, frequency=p / 2, band_low=p / 4, band_high=p) for p in (0.2, 0.8)]
    curve = CorpCurve(points=points, miscalibration=0.1, discrimination=0.05, uncertainty=0.2)
    drawn = charts.reliability(curve).to_dict()
    assert [layer["mark"]["type"] for layer in drawn["layer"]] == ["line", "area", "line", "circle"]
    rows = next(data for data in drawn["datasets"].values() if "said" in data[0])
    assert [(row["low"], row["frequency"], row["high"]) for row in rows] == [(0.05, 0.1, 0.2), (0.2, 0.4, 0.8)]
