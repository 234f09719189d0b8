"""What every request of this installation shares."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from sqlalchemy import Engine

from registry.api.recent_answers import RecentAnswers
from registry.outbound import INTERNET, Network
from registry.schemas.leaderboards import Leaderboard
from registry.schemas.resolved import ResolvedPredictions
from registry.schemas.track_records import TrackRecord
from registry.settings import Settings
from registry.storage.engine import SessionFactory, for_reading, session_factory
from registry.storage.leaderboards import Standings

BOARDS = 8
"""Whole boards that are kept; one of 10,000 authors takes about 15 MB."""

RESOLVED = 64
"""Lists of resolved predictions that are kept; one of 1,000 takes about 1 MB."""

Clock = Callable[[], datetime]


def utc_clock() -> datetime:
    """The present instant. The only place where the API reads the clock, once per request."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Installation:
    """Settings, the clock, sessions that write and that only read, and the way to the Internet."""

    settings: Settings
    clock: Clock
    engine: Engine
    writing: SessionFactory
    reading: SessionFactory
    network: Network = INTERNET
    standings: RecentAnswers[Standings] = field(default_factory=lambda: RecentAnswers(BOARDS))
    boards: RecentAnswers[Leaderboard] = field(default_factory=RecentAnswers)
    records: RecentAnswers[TrackRecord] = field(default_factory=RecentAnswers)
    resolved: RecentAnswers[ResolvedPredictions] = field(default_factory=lambda: RecentAnswers(RESOLVED))


def install(settings: Settings, engine: Engine, clock: Clock, network: Network = INTERNET) -> Installation:
    """An installation on the database of `engine`."""
    return Installation(
        settings=settings,
        clock=clock,
        engine=engine,
        writing=session_factory(engine),
        reading=session_factory(for_reading(engine)),
        network=network,
    )
