"""Tokens of calendars and feeds, and what these show."""

from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from registry.domain.due import day_of, zone_named
from registry.domain.due_feeds import DueEntry
from registry.storage.prediction_filters import UNRESOLVED
from registry.storage.tables import AuthorRow, CollectionRow, FeedTokenRow, PersonRow, PredictionRow

AHEAD = timedelta(days=366)
MOST = 1_000


def digest_of(session: Session, prefix: str) -> str | None:
    """The digest of the token in force with that prefix, if its person is enabled."""
    query = (
        select(FeedTokenRow.digest)
        .join(PersonRow, col(PersonRow.id) == col(FeedTokenRow.person_id))
        .where(
            col(FeedTokenRow.prefix) == prefix,
            col(FeedTokenRow.revoked_at).is_(None),
            col(PersonRow.disabled_at).is_(None),
        )
    )
    return session.exec(query).first()


def read_entries(session: Session, home: str, *, due_to: datetime) -> list[DueEntry]:
    """Unresolved predictions that fall due by `due_to`, the latest first, `MOST` of them.

    `home` is the dashboard's address, where their links lead. Separate collections, as demo data, stay out.
    """
    separate = select(col(CollectionRow.id)).where(col(CollectionRow.separate))
    apart = col(PredictionRow.collection_id).is_not(None) & col(PredictionRow.collection_id).in_(separate)
    query = (
        select(PredictionRow, AuthorRow.name)
        .join(AuthorRow, col(AuthorRow.id) == col(PredictionRow.author_id))
        .where(UNRESOLVED, col(PredictionRow.due_at) <= due_to, ~apart)
        .order_by(col(PredictionRow.due_at).desc(), col(PredictionRow.id).desc())
        .limit(MOST)
    )
    return [_entry(row, author, home.rstrip("/")) for row, author in session.exec(query)]


def _entry(row: PredictionRow, author: str, home: str) -> DueEntry:
    # Put off, or due at once since its condition was not met: then the end of its window says nothing.
    has_moved = row.snoozed_until is not None or row.condition_met is False
    return DueEntry(
        id=str(row.id),
        author=author,
        statement=row.statement,
        criteria=row.criteria,
        day=row.due_on if row.due_on and not has_moved else day_of(row.due_at, zone_named(row.time_zone)),
        due_at=row.due_at,
        changed_at=row.round_began_at or row.created_at,
        version=row.version,
        link=f"{home}/judge?id={row.id}",
    )
