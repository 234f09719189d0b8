"""Alembic's frame: migrates the database that the caller's connection, or the settings, name."""

from alembic import context
from sqlalchemy import Connection
from sqlmodel import AutoString

from registry.schemas.fields import UtcDateTime
from registry.storage.tables import metadata


def render_plainly(kind: str, item: object, _context: object) -> str | bool:
    """Name plain SQLAlchemy types, so that an old migration never depends on today's code."""
    if kind == "type" and isinstance(item, UtcDateTime):
        return "sa.DateTime(timezone=True)"
    if kind == "type" and isinstance(item, AutoString):
        return f"sa.String(length={item.length})"
    return False


def run(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=connection.dialect.name == "sqlite",
        compare_type=True,
        render_item=render_plainly,
    )
    with context.begin_transaction():
        context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    run(given)
else:
    from registry.settings import Settings
    from registry.storage.engine import open_engine

    engine = open_engine(Settings().database_url)
    with engine.begin() as opened:
        run(opened)
