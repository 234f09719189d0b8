"""Bringing a database to the schema of this version; the only way a schema comes to be."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DatabaseError

from registry.domain.errors import Unready

SCRIPTS = Path(__file__).parents[2] / "migrations"
# Any number, so long as every process of the product asks for the same one.
_ADVISORY_LOCK = 7_215_360_001


def migrate(engine: Engine) -> None:
    """Bring the database to the newest schema; safe when several processes start at once.

    Raises Unready when the database was made by a newer version or cannot be opened.
    """
    try:
        with engine.begin() as connection:
            if connection.dialect.name == "postgresql":
                connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_ADVISORY_LOCK})")
            check_not_newer(connection)
            command.upgrade(_config(connection), "head")
    except DatabaseError as problem:
        raise Unready(_advice(engine, problem)) from problem


def migrate_if_empty(engine: Engine) -> None:
    """Give a new database this version's schema. Raises Unready when it stands at another one."""
    if is_empty(engine):
        migrate(engine)
    else:
        check_current(engine)


def is_empty(engine: Engine) -> bool:
    """Whether no schema was ever made in the database. Raises Unready when it cannot be opened."""
    try:
        with engine.connect() as connection:
            return revision_of(connection) is None
    except DatabaseError as problem:
        raise Unready(_advice(engine, problem)) from problem


def revision_of(connection: Connection) -> str | None:
    """The schema revision that the database stands at; None when it is empty."""
    return MigrationContext.configure(connection).get_current_revision()


def newest_revision() -> str | None:
    """The schema revision of this version."""
    return ScriptDirectory.from_config(_config(None)).get_current_head()


def check_not_newer(connection: Connection) -> None:
    """Raise Unready when the database is at a revision that this version does not know."""
    present = revision_of(connection)
    known = {script.revision for script in ScriptDirectory.from_config(_config(None)).walk_revisions()}
    if present is not None and present not in known:
        raise Unready(
            f"The database was made by a newer version (schema {present}). "
            "Install that version, or point REGISTRY_DATA_DIR or REGISTRY_DATABASE_URL elsewhere."
        )


def check_current(engine: Engine) -> None:
    """Raise Unready unless the database stands at this version's schema."""
    try:
        with engine.connect() as connection:
            check_not_newer(connection)
            present = revision_of(connection)
    except DatabaseError as problem:
        raise Unready(_advice(engine, problem)) from problem
    if present != newest_revision():
        raise Unready("The database is not at this version's schema. Run `registry migrate`.")


def _config(connection: Connection | None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def _advice(engine: Engine, problem: DatabaseError) -> str:
    cause = str(problem.orig).strip().splitlines()[0]
    if engine.dialect.name == "sqlite":
        return (
            f"The database file {engine.url.database} cannot be used: {cause}. "
            "Check that its directory exists and may be written to, or set REGISTRY_DATA_DIR to another one."
        )
    return f"The database does not answer: {cause}. Check REGISTRY_DATABASE_URL and that the server runs."
