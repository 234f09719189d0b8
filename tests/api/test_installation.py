"""What all requests of an installation share."""

from datetime import UTC, timedelta

from sqlalchemy import Engine, text

from registry.api.installation import install, utc_clock
from registry.settings import Settings


def test_the_clock_tells_utc() -> None:
    assert utc_clock().tzinfo is UTC
    assert utc_clock().utcoffset() == timedelta(0)


def test_both_kinds_of_session_see_the_same_database(settings: Settings, engine: Engine) -> None:
    installation = install(settings, engine, utc_clock)
    with installation.reading() as reading, installation.writing() as writing:
        for session in (reading, writing):
            assert session.execute(text("SELECT count(*) FROM person")).scalar_one() == 0
