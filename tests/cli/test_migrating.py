from pathlib import Path

import pytest
from sqlalchemy import text

from registry.storage.engine import open_engine
from registry.storage.migration import newest_revision
from tests.cli.conftest import Run


def test_a_database_is_brought_to_this_schema(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REGISTRY_DATA_DIR", str(tmp_path / "new"))
    assert f"schema {newest_revision()}" in run("migrate")
    assert run("due").startswith("0 overdue")


@pytest.mark.parametrize("command", ["migrate", "due", "up", "serve"])
def test_a_database_of_a_newer_version_is_left_alone(run: Run, data_dir: Path, command: str) -> None:
    engine = open_engine(f"sqlite:///{data_dir / 'registry.db'}")
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    assert "made by a newer version" in run(command, status=1)
