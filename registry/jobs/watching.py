"""Watching sources: a few requests at each run, never two to one host, and none while a session is open."""

import logging
from datetime import datetime, timedelta
from functools import partial

from registry import lexicon
from registry.actions import watching
from registry.actions.watching import Visit
from registry.domain.errors import Blocked, Invalid, RegistryError, TooLarge, Unreachable
from registry.domain.vocabulary import SourceKind
from registry.intake.feed import Listing, read_feed
from registry.intake.link_page import read_link_page
from registry.intake.reading import read_new
from registry.intake.robots import allows, delay_of, fetch_robots
from registry.outbound import FEED_TYPES, PAGE_TYPES, Limits, Network, fetch
from registry.schemas.articles import ArticleNew
from registry.settings import read_settings
from registry.storage.engine import SessionFactory, unit_of_work

AT_ONCE = 5
LIMITS = Limits(max_bytes=5_000_000, total_seconds=15, wait_seconds=10)

# Somewhere on earth the next day has begun.
_AHEAD = timedelta(hours=14)

_log = logging.getLogger(__name__)


class _NotYet(Exception):
    """The host that an address redirects to was asked a moment ago."""

    def __init__(self, until: datetime) -> None:
        super().__init__(until)
        self.until = until


def watch(sessions: SessionFactory, now: datetime, network: Network) -> int:
    """Make the visits whose time has come; returns how many articles were put on record."""
    with unit_of_work(sessions) as session:
        visits = watching.take_visits(session, now=now, most=AT_ONCE)
    return sum(_make(sessions, visit, now, network) for visit in visits)


def _make(sessions: SessionFactory, visit: Visit, now: datetime, network: Network) -> bool:
    try:
        _check_allowed(sessions, visit, now, network)
        if visit.entry_id is None:
            _look(sessions, visit, now, network)
            return False
        return _read(sessions, visit, now, network)
    except _NotYet as busy:
        with unit_of_work(sessions) as session:
            watching.postpone(session, visit, busy.until)
        return False
    except (RegistryError, ValueError) as problem:
        detail = problem.detail if isinstance(problem, RegistryError) else str(problem)
        _log.info("%s could not be read: %s", visit.address, detail)
        _fail(sessions, visit, detail, final=_is_final(problem), now=now)
        return False


def _check_allowed(sessions: SessionFactory, visit: Visit, now: datetime, network: Network) -> None:
    _obey_robots(sessions, visit.address, visit.robots, now, network)


def _check_redirect(sessions: SessionFactory, visit: Visit, now: datetime, network: Network, address: str) -> None:
    """Where an address leads elsewhere, the host there is asked as politely as one that is named outright."""
    with unit_of_work(sessions) as session:
        from_then_on, robots = watching.enter_host(session, address, visit.address, now=now)
    if from_then_on > now:
        raise _NotYet(from_then_on)
    _obey_robots(sessions, address, robots, now, network)


def _obey_robots(sessions: SessionFactory, address: str, known: str | None, now: datetime, network: Network) -> None:
    robots = known
    if robots is None:
        robots = fetch_robots(address, network)
        with unit_of_work(sessions) as session:
            watching.keep_robots(session, address, robots, delay_of(robots), now=now)
    if not allows(robots, address):
        raise Blocked(f"The robots.txt of {watching.host_of(address)} does not allow {address}.")


def _look(sessions: SessionFactory, visit: Visit, now: datetime, network: Network) -> None:
    fetched = fetch(
        visit.address,
        limits=LIMITS,
        accept=FEED_TYPES if visit.kind == SourceKind.feed else PAGE_TYPES,
        network=network,
        etag=visit.etag,
        last_modified=visit.last_modified,
        before_redirect=partial(_check_redirect, sessions, visit, now, network),
    )
    if fetched.status == 304:
        with unit_of_work(sessions) as session:
            watching.keep_unchanged(session, visit.source_id, now=now)
        return
    listing: Listing = (read_feed if visit.kind == SourceKind.feed else read_link_page)(fetched)
    with unit_of_work(sessions) as session:
        watching.keep_listing(
            session,
            visit.source_id,
            [(one.address, one.title) for one in listing.named],
            title=listing.title,
            etag=fetched.etag,
            last_modified=fetched.last_modified,
            now=now,
        )


def _read(sessions: SessionFactory, visit: Visit, now: datetime, network: Network) -> bool:
    new = ArticleNew(address=visit.address, author=visit.author)
    obey = partial(_check_redirect, sessions, visit, now, network)
    take = partial(fetch, limits=LIMITS, network=network, before_redirect=obey)
    words = lexicon.load(own_hedges=read_settings().hedges_file)
    reading = read_new(new, fetch=take, lexicon=words, today=(now + _AHEAD).date())
    if visit.entry_id is None:
        raise ValueError(f"{visit.address} is no entry")
    with unit_of_work(sessions) as session:
        return watching.keep_article(session, visit.entry_id, reading, now=now)


def _is_final(problem: Exception) -> bool:
    """Whether another attempt would end the same."""
    if isinstance(problem, Unreachable):
        return isinstance(problem, Blocked)
    return isinstance(problem, Invalid | TooLarge | ValueError)


def _fail(sessions: SessionFactory, visit: Visit, error: str, *, final: bool, now: datetime) -> None:
    with unit_of_work(sessions) as session:
        if visit.entry_id is None:
            watching.fail_source(session, visit.source_id, error, now=now)
        else:
            watching.fail_entry(session, visit.entry_id, error, final=final, now=now)
