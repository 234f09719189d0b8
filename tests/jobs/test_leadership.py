from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError

from registry.jobs.leadership import Alone, FileLeadership, Told, leadership_of
from registry.storage.engine import open_engine


def test_whether_one_leads_or_waits_is_told_whenever_it_changes(tmp_path: Path) -> None:
    first, second = FileLeadership(tmp_path / "lock"), FileLeadership(tmp_path / "lock")
    told: list[bool] = []
    waiting = Told(second, told.append)
    assert first.is_mine()
    assert [waiting.is_mine(), waiting.is_mine()] == [False, False]
    first.give_up()
    assert [waiting.is_mine(), waiting.is_mine()] == [True, True]
    waiting.give_up()
    assert told == [False, True]


def test_one_leads_and_the_next_takes_over(engine: Engine, database_url: str) -> None:
    other_engine = open_engine(database_url)
    first, second = leadership_of(engine), leadership_of(other_engine)
    assert [first.is_mine(), second.is_mine(), first.is_mine()] == [True, False, True]
    first.give_up()
    assert [second.is_mine(), first.is_mine()] == [True, False]
    second.give_up()
    other_engine.dispose()


def test_a_leader_whose_connection_is_cut_leads_no_more(postgresql_url: str) -> None:
    engine, other_engine = open_engine(postgresql_url), open_engine(postgresql_url)
    first, second = leadership_of(engine), leadership_of(other_engine)
    assert first.is_mine()
    with other_engine.begin() as connection:
        connection.exec_driver_sql(
            "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted"
        )
    with pytest.raises(OperationalError):
        first.is_mine()
    assert [second.is_mine(), first.is_mine()] == [True, False]
    second.give_up()
    for one in (engine, other_engine):
        one.dispose()


def test_a_database_in_memory_has_one_scheduler_at_most(tmp_path: Path) -> None:
    alone = leadership_of(open_engine("sqlite://"))
    assert isinstance(alone, Alone)
    assert alone.is_mine()
    alone.give_up()
    assert isinstance(leadership_of(open_engine(f"sqlite:///{tmp_path / 'a.db'}")), FileLeadership)
