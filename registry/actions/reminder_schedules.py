"""How often somebody is reminded: of the whole registry, of a collection, of an author."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, true
from sqlmodel import Session, col

from registry.actions.acting import Actor
from registry.actions.changing import apply_changes
from registry.actions.clashes import clash_as_conflict
from registry.actions.writing_events import write_event
from registry.domain.errors import Fault, Invalid
from registry.schemas.reminders import ReminderSchedule, ReminderScheduleFields, ReminderScheduleNew
from registry.storage import reminder_schedules as stored
from registry.storage.authors import standing_at
from registry.storage.collections import at_slug
from registry.storage.reminders import reckon_reminders_anew
from registry.storage.tables import PredictionRow, ReminderScheduleRow


def put(session: Session, actor: Actor, new: ReminderScheduleNew, *, now: datetime) -> ReminderSchedule:
    """Set the schedule of an author, of a collection, or (with neither) of the registry.

    Open predictions are reckoned anew by it. Raises Missing for an unknown author or collection, Invalid
    where both are named.
    """
    author_id, collection_id = _scope(session, new)
    scope = _name(author_id, collection_id)
    row = stored.of_scope(session, scope)
    values = {name: getattr(new, name) for name in ReminderScheduleFields.model_fields}
    if row is None:
        row = ReminderScheduleRow(
            scope=scope, author_id=author_id, collection_id=collection_id, created_at=now, **values
        )
        with clash_as_conflict("Someone else set this schedule at the same time. Try again."):
            session.add(row)
            session.flush()
    else:
        apply_changes(row, values)
        row.version += 1
    write_event(session, actor, "set", "reminder schedule", row, now)
    _reckon_anew(session, row)
    return stored.present(session, [row])[0]


def remove(session: Session, actor: Actor, schedule_id: UUID, *, now: datetime) -> None:
    """Let the next wider schedule hold again. Raises Missing."""
    row = stored.for_change(session, schedule_id)
    write_event(session, actor, "removed", "reminder schedule", row, now)
    _reckon_anew(session, row)
    session.delete(row)
    session.flush()


def _scope(session: Session, new: ReminderScheduleNew) -> tuple[UUID | None, UUID | None]:
    if new.author is not None and new.collection is not None:
        message = "give an author or a collection, not both"
        raise Invalid(f"A schedule is for one of them: {message}.", [Fault("collection", message)])
    author_id = standing_at(session, new.author).id if new.author is not None else None
    collection_id = at_slug(session, new.collection).id if new.collection is not None else None
    return author_id, collection_id


def _name(author_id: UUID | None, collection_id: UUID | None) -> str:
    if author_id is not None:
        return f"author:{author_id}"
    return f"collection:{collection_id}" if collection_id is not None else "registry"


def _reckon_anew(session: Session, row: ReminderScheduleRow) -> None:
    within: ColumnElement[bool] = true()
    if row.author_id is not None:
        within = col(PredictionRow.author_id) == row.author_id
    elif row.collection_id is not None:
        within = col(PredictionRow.collection_id) == row.collection_id
    reckon_reminders_anew(session, within)
