import stat
from pathlib import Path

import pytest

from registry.cli.local_work import opened_database, reading, writing
from registry.domain.errors import Unready
from registry.settings import Settings
from registry.storage.people import read_persons
from tests.cli.conftest import Run


def test_the_local_person_acts_with_the_key_in_the_data_directory(data_dir: Path) -> None:
    with writing() as work:
        assert (work.actor.name, work.actor.role) == ("local", "admin")
        assert work.actor.key_id is not None
    assert stat.S_IMODE((data_dir / "local.key").stat().st_mode) == 0o600


def test_reading_finds_what_was_written(data_dir: Path) -> None:
    with writing():
        pass
    with reading() as work:
        assert [row.name for row in read_persons(work.session, None, 10).rows] == ["local"]


def test_a_new_database_is_given_the_schema(tmp_path: Path) -> None:
    with opened_database(Settings(data_dir=tmp_path / "new")) as engine:
        assert engine.dialect.name == "sqlite"
    assert (tmp_path / "new" / "registry.db").is_file()


def test_a_directory_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with (
        pytest.raises(Unready, match="cannot be made"),
        opened_database(Settings(data_dir=tmp_path / "file" / "below")),
    ):
        pass


def test_a_file_that_is_no_database_is_named(run: Run, data_dir: Path) -> None:
    (data_dir / "registry.db").write_bytes(b"this is no database at all" * 100)
    assert "not a database" in run("due", status=1)
