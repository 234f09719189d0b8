"""`registry migrate`."""


def migrate_database() -> None:
    """Bring the database to the schema of this version. Harmless where it stands there already."""
    from registry.cli.printing import print_lines
    from registry.settings import read_settings
    from registry.storage.engine import open_engine
    from registry.storage.migration import migrate, newest_revision

    engine = open_engine(read_settings().database_url)
    migrate(engine)
    engine.dispose()
    print_lines(f"The database {engine.url.render_as_string()} stands at schema {newest_revision()}.")
