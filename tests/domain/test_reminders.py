from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from registry.domain.reminders import NEVER, Round, Schedule, latest_stage, next_stage_at

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "reminders.yml").read_text("utf-8"))
DUE = datetime(2026, 3, 1, tzinfo=UTC)
BEGAN = "2026-01-01T00:00:00+00:00"

schedules = st.builds(
    Schedule,
    before_days=st.lists(st.integers(1, 60), max_size=4).map(tuple),
    again_days=st.integers(0, 30),
)
rounds = st.builds(
    Round,
    due_at=st.just(DUE),
    began_at=st.integers(0, 174_240).map(lambda minutes: DUE + timedelta(minutes=minutes - 129_600)),
)


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in CASES])
def test_a_round_reaches_its_stages_at_exact_instants(case: dict[str, Any]) -> None:
    schedule = Schedule(tuple(case.get("before", [3])), case.get("again", 5))
    due_round = Round(DUE, datetime.fromisoformat(case.get("began", BEGAN)))
    now = datetime.fromisoformat(case["now"])
    stage = latest_stage(schedule, due_round, now)
    assert (stage.name if stage else None) == case.get("stage")
    assert next_stage_at(schedule, due_round, now) == (
        datetime.fromisoformat(case["next"]) if "next" in case else NEVER
    )


@given(schedules, rounds)
def test_whoever_looks_at_each_next_instant_meets_every_stage_once(schedule: Schedule, due_round: Round) -> None:
    now = due_round.began_at
    names: list[str] = []
    while now < due_round.starts_at + timedelta(days=90):
        stage = latest_stage(schedule, due_round, now)
        if stage is not None and (not names or names[-1] != stage.name):
            assert stage.at <= now
            names.append(stage.name)
        now = next_stage_at(schedule, due_round, now)
    assert len(set(names)) == len(names)
    before = {f"before-{days}" for days in schedule.before_days if is_news(days, due_round)}
    again = range(0, 90, schedule.again_days) if schedule.again_days else [0]
    assert set(names) == before | {f"after-{days}" if days else "due" for days in again}


@given(schedules, rounds, st.integers(0, 200_000))
def test_between_two_instants_the_stage_stays_the_same(schedule: Schedule, due_round: Round, minutes: int) -> None:
    now = due_round.began_at + timedelta(minutes=minutes)
    stage, coming = latest_stage(schedule, due_round, now), next_stage_at(schedule, due_round, now)
    assert coming > now
    assert latest_stage(schedule, due_round, coming - timedelta(microseconds=1)) == stage
    if coming != NEVER:
        assert latest_stage(schedule, due_round, coming) != stage


def is_news(days: int, due_round: Round) -> bool:
    return due_round.began_at <= due_round.due_at - timedelta(days=days) < due_round.starts_at
