"""Watching sources: what is to be asked next, one request to a host at a time, and what came of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlsplit
from uuid import UUID

from sqlmodel import Session, col, select

from registry.actions import articles
from registry.actions.acting import Actor
from registry.actions.writing_events import write_event
from registry.domain.errors import Conflict
from registry.domain.reading import Reading
from registry.domain.vocabulary import Role, SourceKind
from registry.storage import sources as stored
from registry.storage.inserting import insert_new
from registry.storage.tables import (
    ArticleAddressRow,
    ArticleRow,
    PersonRow,
    SourceEntryRow,
    SourceRow,
    WatchedHostRow,
)
from registry.storage.tables.registered import new_id

PACE = timedelta(seconds=10)
ROBOTS_KEPT = timedelta(days=1)
LONGEST_PAUSE = timedelta(days=1)
MOST_ATTEMPTS = 5
ENTRY_MINUTES = 15
LOOKED_AT = 200


@dataclass(frozen=True, slots=True)
class Visit:
    """A request to make: of a source, or of the article of one of its entries (`entry_id`).

    `robots` is the text of the host's robots.txt, None where it has to be read first.
    """

    source_id: UUID
    entry_id: UUID | None
    address: str
    kind: SourceKind
    author: str | None
    robots: str | None
    etag: str | None = None
    last_modified: str | None = None


def take_visits(session: Session, *, now: datetime, most: int) -> list[Visit]:
    """The visits to make now, `most` of them, one for each host; nobody else makes them meanwhile."""
    wanted = [*_wanted(session, now)]
    known = stored.hosts(session, [host_of(address) for address, _, _ in wanted])
    visits: list[Visit] = []
    asked: set[str] = set()
    for address, source, entry in wanted:
        host = host_of(address)
        row = known.get(host)
        if host in asked or len(visits) == most or (row is not None and row.next_request_at > now):
            continue
        asked.add(host)
        if row is None:
            row = known[host] = WatchedHostRow(host=host, next_request_at=now)
            session.add(row)
        row.next_request_at = now + PACE
        visits.append(_visit(address, source, entry, row, now))
        _put_off(source, entry, now)
    session.flush()
    return visits


def enter_host(session: Session, address: str, came_from: str, *, now: datetime) -> tuple[datetime, str | None]:
    """Whether the host of an address that another redirects to may be asked now, and what its robots.txt says.

    Returns the instant from which on it may be asked, not after `now` if it is this visit's turn, and the text
    where it is known. A host that redirects to itself is asked once more in the same visit.
    """
    host = host_of(address)
    row = stored.hosts(session, [host]).get(host)
    if row is None:
        row = WatchedHostRow(host=host, next_request_at=now)
        session.add(row)
    if host != host_of(came_from):
        if row.next_request_at > now:
            return row.next_request_at, None
        row.next_request_at = now + PACE
    session.flush()
    return now, _fresh_robots(row, now)


def postpone(session: Session, visit: Visit, until: datetime) -> None:
    """Make a visit later that could not be made, through no fault of the source."""
    if visit.entry_id is None:
        stored.for_change(session, visit.source_id).next_poll_at = until
    else:
        session.get_one(SourceEntryRow, visit.entry_id).next_attempt_at = until
    session.flush()


def keep_robots(session: Session, address: str, robots: str, delay: float, *, now: datetime) -> None:
    """Keep what a host's robots.txt says, and the pace it asks for in seconds."""
    row = stored.hosts(session, [host_of(address)])[host_of(address)]
    row.robots, row.robots_read_at = robots, now
    row.next_request_at = now + max(PACE, timedelta(seconds=delay))
    session.flush()


def keep_listing(
    session: Session,
    source_id: UUID,
    named: Sequence[tuple[str, str | None]],
    *,
    title: str | None,
    etag: str | None,
    last_modified: str | None,
    now: datetime,
) -> int:
    """Keep what a source named; returns how many of these addresses are new. None named: it is unchanged."""
    row = stored.for_change(session, source_id)
    _succeed(row, now)
    row.title = row.title or title
    row.etag, row.last_modified = (etag or "")[:1000] or None, (last_modified or "")[:200] or None
    session.flush()
    on_record = _articles_at(session, [address for address, _ in named])
    values = [
        {
            "id": new_id(),
            "source_id": source_id,
            "address": address,
            "title": title_of,
            "article_id": on_record.get(address),
            "attempts": 0,
            "next_attempt_at": now,
            "settled_at": now if address in on_record else None,
            "created_at": now,
        }
        for address, title_of in named
    ]
    return len(insert_new(session, SourceEntryRow, values))


def keep_unchanged(session: Session, source_id: UUID, *, now: datetime) -> None:
    """The source says that nothing changed."""
    _succeed(stored.for_change(session, source_id), now)


def keep_article(session: Session, entry_id: UUID, reading: Reading, *, now: datetime) -> bool:
    """Put the article of an entry on record, with its candidates; whether it is new.

    One whose text or address is on record already is the same article: its new addresses lead to it.
    """
    entry = session.get_one(SourceEntryRow, entry_id)
    source = session.get_one(SourceRow, entry.source_id)
    person = session.get_one(PersonRow, source.entered_by_id)
    actor = Actor(person.id, person.name, Role(person.role))
    entry.attempts, entry.settled_at, entry.last_error = entry.attempts + 1, now, None
    try:
        with session.begin_nested():
            entry.article_id = articles.add(session, actor, reading, now=now).id
        return True
    except Conflict as problem:
        known = next((UUID(fault.suggestions[0]) for fault in problem.faults if fault.suggestions), None)
        if known is None:
            raise
        entry.article_id = known
        _lead_to(session, actor, known, reading, now)
        return False


def fail_source(session: Session, source_id: UUID, error: str, *, now: datetime) -> None:
    """A source could not be read: it is left alone for longer each time, up to a day."""
    row = stored.for_change(session, source_id)
    row.polled_at, row.last_error = now, error[:2000]
    row.failures += 1
    row.next_poll_at = now + pause_of(row.every_minutes, row.failures)
    session.flush()


def fail_entry(session: Session, entry_id: UUID, error: str, *, final: bool, now: datetime) -> None:
    """An article could not be read; after some attempts, or a `final` failure, it is given up."""
    row = session.get_one(SourceEntryRow, entry_id)
    row.attempts += 1
    row.last_error = error[:2000]
    row.next_attempt_at = now + pause_of(ENTRY_MINUTES, row.attempts)
    if final or row.attempts >= MOST_ATTEMPTS:
        row.settled_at = now
    session.flush()


def pause_of(every_minutes: int, failures: int) -> timedelta:
    """How long to leave something alone: its period, doubled with each failure in a row, a day at most."""
    period = timedelta(minutes=every_minutes)
    grown: int = 2 ** min(failures, 12)
    return max(period, min(period * grown, LONGEST_PAUSE))


def host_of(address: str) -> str:
    """The host of an address, with its port where it names one."""
    return urlsplit(address).netloc.rpartition("@")[2].lower()


def _wanted(session: Session, now: datetime) -> Iterator[tuple[str, SourceRow, SourceEntryRow | None]]:
    for source in stored.due_sources(session, now, LOOKED_AT):
        yield source.address, source, None
    for entry, source in stored.due_entries(session, now, LOOKED_AT):
        yield entry.address, source, entry


def _visit(address: str, source: SourceRow, entry: SourceEntryRow | None, host: WatchedHostRow, now: datetime) -> Visit:
    return Visit(
        source_id=source.id,
        entry_id=entry.id if entry else None,
        address=address,
        kind=SourceKind(source.kind),
        author=source.author,
        robots=_fresh_robots(host, now),
        etag=None if entry else source.etag,
        last_modified=None if entry else source.last_modified,
    )


def _fresh_robots(host: WatchedHostRow, now: datetime) -> str | None:
    is_fresh = host.robots_read_at is not None and host.robots_read_at > now - ROBOTS_KEPT
    return host.robots if is_fresh else None


def _put_off(source: SourceRow, entry: SourceEntryRow | None, now: datetime) -> None:
    # Whoever dies on the way leaves it to the next, not at once.
    if entry is None:
        source.next_poll_at = now + timedelta(minutes=source.every_minutes)
    else:
        entry.next_attempt_at = now + timedelta(minutes=ENTRY_MINUTES)


def _succeed(row: SourceRow, now: datetime) -> None:
    row.polled_at = row.succeeded_at = now
    row.failures, row.last_error = 0, None
    row.next_poll_at = now + timedelta(minutes=row.every_minutes)


def _articles_at(session: Session, addresses: Sequence[str]) -> dict[str, UUID]:
    query = select(ArticleAddressRow.address, ArticleAddressRow.article_id).where(
        col(ArticleAddressRow.address).in_(addresses)
    )
    return dict(session.exec(query).all())


def _lead_to(session: Session, actor: Actor, article_id: UUID, reading: Reading, now: datetime) -> None:
    known = _articles_at(session, reading.addresses)
    fresh = [address for address in reading.addresses if address not in known]
    if not fresh:
        return
    session.add_all(ArticleAddressRow(address=address, article_id=article_id, created_at=now) for address in fresh)
    article = session.get_one(ArticleRow, article_id)
    article.version += 1
    write_event(session, actor, "found again", "article", article, now, more={"addresses": fresh})
