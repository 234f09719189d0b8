import threading
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from registry.domain.errors import Unready
from registry.storage.engine import SessionFactory, for_reading, open_engine, session_factory, unit_of_work
from registry.storage.tables import AuthorRow
from tests.databases import NOW

THREADS, TURNS = 4, 20


def test_concurrent_writers_lose_no_update(engine: Engine, sessions: SessionFactory) -> None:
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE tally (n INTEGER)"))
        connection.execute(text("INSERT INTO tally VALUES (0)"))

    is_sqlite = engine.dialect.name == "sqlite"
    read = text("SELECT n FROM tally" if is_sqlite else "SELECT n FROM tally FOR UPDATE")

    def count_up() -> None:
        for _ in range(TURNS):
            with unit_of_work(sessions) as session:
                n = session.execute(read).scalar_one()
                session.execute(text("UPDATE tally SET n = :n"), {"n": n + 1})

    threads = [threading.Thread(target=count_up) for _ in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with engine.connect() as connection:
        assert connection.execute(text("SELECT n FROM tally")).scalar_one() == THREADS * TURNS


def test_a_reader_does_not_wait_for_a_writer(engine: Engine, sessions: SessionFactory) -> None:
    readers = session_factory(for_reading(engine))
    with unit_of_work(sessions) as writing, readers() as reading:
        writing.execute(text("DELETE FROM job_run"))
        assert reading.execute(text("SELECT count(*) FROM job_run")).scalar_one() == 0


def test_what_fails_leaves_nothing_behind(engine: Engine, sessions: SessionFactory) -> None:
    def add_and_fail() -> None:
        with unit_of_work(sessions) as session:
            session.add(AuthorRow(name="A", slug="a", created_at=NOW))
            session.flush()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        add_and_fail()
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM author")).scalar_one() == 0


def test_sqlite_keeps_its_promises(sqlite_url: str) -> None:
    with open_engine(sqlite_url).connect() as connection:
        settings = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("journal_mode", "foreign_keys", "synchronous", "busy_timeout")
        }
    assert settings == {"journal_mode": "wal", "foreign_keys": 1, "synchronous": 2, "busy_timeout": 15_000}


def test_a_directory_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(Unready, match="REGISTRY_DATA_DIR"):
        open_engine(f"sqlite:///{tmp_path / 'file' / 'registry.db'}")
