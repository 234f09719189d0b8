"""Sixty days with kills, faults and jumps: announced once per round, reminded of all, delivered under one key."""

from pathlib import Path

from tests.simulation.run import simulate

SEED = 20260201


def test_nothing_is_lost_and_nobody_is_told_twice(database_url: str, tmp_path: Path) -> None:
    figures = simulate(database_url, tmp_path, days=60, predictions=300, seed=SEED)
    assert figures["announcements"] > 250
    assert figures["reminders"] > figures["announcements"]
    assert figures["kills"] > 8
    assert figures["faults"] > 2
    assert figures["clock jumps"] > 0
    assert figures["repeats"] > 0
