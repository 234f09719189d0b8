"""Work on the local database: settings, engine, session, and the local person who acts."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Engine
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlmodel import Session

from registry.actions.acting import Actor
from registry.api.local_key import ensure_local_key
from registry.cli.clock import utc_now
from registry.domain.errors import Unready
from registry.domain.keys import prefix_of
from registry.settings import Settings, read_settings
from registry.storage.engine import SessionFactory, for_reading, open_engine, session_factory, unit_of_work
from registry.storage.migration import migrate_if_empty
from registry.storage.people import find_key


@dataclass(frozen=True, slots=True)
class Writing:
    """A transaction that is committed when the command ends well, who acts in it, and when."""

    session: Session
    actor: Actor
    now: datetime
    zone: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A transaction that only reads, and when."""

    session: Session
    now: datetime


@contextmanager
def writing() -> Iterator[Writing]:
    """Act on the local database as the person who runs this installation.

    Raises Unready where the database cannot be used or stands at another schema.
    """
    settings, now = read_settings(), utc_now()
    with opened_database(settings) as engine:
        sessions = session_factory(engine)
        actor = local_actor(settings, sessions, now)
        with unit_of_work(sessions) as session:
            yield Writing(session, actor, now, settings.time_zone)


@contextmanager
def reading() -> Iterator[Reading]:
    """Read the local database. Raises Unready as `writing` does."""
    with opened_database(read_settings()) as engine, session_factory(for_reading(engine))() as session:
        yield Reading(session, utc_now())


@contextmanager
def opened_database(settings: Settings) -> Iterator[Engine]:
    """The database of the settings at this version's schema; a new one is given that schema.

    Raises Unready where it cannot be used, also later on, or stands at another schema.
    """
    engine = open_engine(settings.database_url)
    try:
        migrate_if_empty(engine)
        yield engine
    except DatabaseError as problem:
        if type(problem) not in {DatabaseError, OperationalError}:
            raise  # the database works; what was sent to it was wrong
        cause = str(problem.orig).strip().partition("\n")[0]
        raise Unready(
            f"The database cannot be used: {cause}. Check that {engine.url.render_as_string()} is there, may "
            "be written to, and that no other program holds it for long."
        ) from problem
    finally:
        engine.dispose()


def local_actor(settings: Settings, sessions: SessionFactory, now: datetime) -> Actor:
    """The person whose key lies in the data directory; made anew where there is none."""
    secret = ensure_local_key(settings, sessions, now)
    with sessions() as session:
        key = find_key(session, prefix_of(secret) or "")
    if key is None:
        raise Unready(f"The key in {settings.key_file} was removed at this very moment. Try again.")
    return Actor(key.holder.person_id, key.holder.name, key.holder.role, key.key_id)
