"""Reminder schedules as stored."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import Session, col, select

from registry.domain.errors import Missing
from registry.schemas.reminders import ReminderSchedule
from registry.storage.tables import AuthorRow, CollectionRow, ReminderScheduleRow


def of_scope(session: Session, scope: str) -> ReminderScheduleRow | None:
    """The schedule of that scope (`registry`, `author:ID`, `collection:ID`), locked."""
    query = select(ReminderScheduleRow).where(col(ReminderScheduleRow.scope) == scope)
    return session.exec(query.with_for_update()).first()


def for_change(session: Session, schedule_id: UUID) -> ReminderScheduleRow:
    """The schedule under that id, locked. Raises Missing."""
    query = select(ReminderScheduleRow).where(col(ReminderScheduleRow.id) == schedule_id)
    row = session.exec(query.with_for_update()).first()
    if row is None:
        raise Missing(f"There is no reminder schedule {schedule_id}.")
    return row


def read_all(session: Session) -> list[ReminderScheduleRow]:
    """Every schedule, in the order in which they were first set."""
    query = select(ReminderScheduleRow).order_by(col(ReminderScheduleRow.id))
    return list(session.exec(query).all())


def present(session: Session, rows: Sequence[ReminderScheduleRow]) -> list[ReminderSchedule]:
    """Schedules as they are read, with slugs for ids."""
    authors = {row.author_id for row in rows if row.author_id}
    collections = {row.collection_id for row in rows if row.collection_id}
    author_slugs = select(AuthorRow.id, AuthorRow.slug).where(col(AuthorRow.id).in_(authors))
    collection_slugs = select(CollectionRow.id, CollectionRow.slug).where(col(CollectionRow.id).in_(collections))
    named: dict[UUID | None, str] = {
        **dict(session.exec(author_slugs).all()),
        **dict(session.exec(collection_slugs).all()),
    }
    return [
        ReminderSchedule(**row.model_dump(), author=named.get(row.author_id), collection=named.get(row.collection_id))
        for row in rows
    ]
