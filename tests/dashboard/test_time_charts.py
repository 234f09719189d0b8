from datetime import date, timedelta
from uuid import UUID

import pytest
import streamlit as st

from dashboard import time_charts
from registry.domain.vocabulary import Outcome, ProbabilityBasis
from registry.schemas.resolved import ResolvedPrediction


@pytest.fixture(autouse=True)
def in_english() -> None:
    st.session_state["language"] = "en"


def resolved(number: int, hit: bool | None, brier: float = 0.04) -> ResolvedPrediction:
    day = date(2025, 1, 1) + timedelta(days=number)
    return ResolvedPrediction(
        id=UUID(int=number), statement=f"It rains \u202e{number}.", made_on=day, due_on=day, known_on=day,
        probability=0.8, probability_low=None, probability_high=None,
        probability_basis=ProbabilityBasis.stated, baseline=None,
        outcome=Outcome.yes if hit else Outcome.no, share=None, hit=hit, brier=brier, baseline_brier=0.25,
    )  # fmt: skip


def rows(chart: object) -> list[dict]:
    data = chart.to_dict()["datasets"].values()  # type: ignore[attr-defined]
    return next(each for each in data if "known" in each[0])


def test_hits_and_misses_stand_at_the_day_they_were_known_and_are_told_by_form_too() -> None:
    chart = time_charts.timeline([resolved(2, True), resolved(1, False), resolved(3, None)])
    assert [row["call"] for row in rows(chart)] == ["wrong", "right", "no call"]
    shapes = chart.to_dict()["layer"][1]["encoding"]["shape"]["scale"]["range"]
    assert len(set(shapes)) == 3


def test_names_cannot_turn_the_direction_of_writing() -> None:
    [row] = rows(time_charts.timeline([resolved(1, True)]))
    assert "\u202e" not in row["statement"]


def test_the_mean_begins_once_there_are_enough_predictions_for_it() -> None:
    n = time_charts.ROLLING + 4
    chart = time_charts.over_time([resolved(number, True, brier=number / 100) for number in range(n)])
    drawn = chart.to_dict()
    means = [row["mean"] for row in drawn["datasets"][drawn["layer"][1]["data"]["name"]]]
    assert len(means) == 5
    assert means[-1] == pytest.approx(sum(range(4, n)) / 100 / time_charts.ROLLING)
