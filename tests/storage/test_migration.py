from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import CheckConstraint, Engine, inspect, text

from registry.domain.errors import Unready
from registry.storage.engine import open_engine
from registry.storage.migration import SCRIPTS, check_current, migrate, newest_revision
from registry.storage.tables import metadata


@pytest.mark.contract
def test_migrations_lead_to_the_tables(engine: Engine) -> None:
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


@pytest.mark.contract
def test_migrations_lead_to_the_tables_checks(engine: Engine) -> None:
    inspector = inspect(engine)
    for table in metadata.sorted_tables:
        migrated = {check["name"] for check in inspector.get_check_constraints(table.name)}
        declared = {
            f"ck_{table.name}_{check.name}" if not str(check.name).startswith("ck_") else str(check.name)
            for check in table.constraints
            if isinstance(check, CheckConstraint)
        }
        assert migrated == declared


@pytest.mark.contract
def test_there_is_one_head() -> None:
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    assert len(ScriptDirectory.from_config(config).get_heads()) == 1


def test_migrating_twice_changes_nothing(engine: Engine) -> None:
    migrate(engine)
    check_current(engine)


def test_a_database_of_a_newer_version_is_refused(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(Unready, match="newer version"):
        migrate(engine)


def test_a_database_that_was_never_migrated_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unready, match="registry migrate"):
        check_current(open_engine(f"sqlite:///{tmp_path / 'empty.db'}"))


def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    (tmp_path / "folder.db").mkdir()
    with pytest.raises(Unready, match=r"folder\.db"):
        migrate(open_engine(f"sqlite:///{tmp_path / 'folder.db'}"))


def test_the_newest_revision_is_known() -> None:
    assert newest_revision() == "0001"
