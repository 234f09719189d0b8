"""Collections: named sets of predictions."""

from datetime import datetime

from sqlmodel import Session, col

from registry.actions.acting import Actor
from registry.actions.changing import apply_changes, changes_of
from registry.actions.clashes import clash_as_conflict
from registry.actions.versions import check_version
from registry.actions.writing_events import write_event
from registry.domain.errors import Conflict, Fault, Invalid
from registry.schemas.collections import Collection, CollectionChange, CollectionFields, CollectionNew
from registry.storage import collections as stored
from registry.storage.reminders import reckon_reminders_anew
from registry.storage.slugs import free_slug
from registry.storage.tables import CollectionRow, PredictionRow


def add(session: Session, actor: Actor, new: CollectionNew, *, now: datetime, slug: str | None = None) -> Collection:
    """Create a collection; its slug is made of the name, unless one that is free is given.

    Raises Conflict if the name is taken, Invalid if the period ends before it begins.
    """
    _check(session, new, None)
    slug = slug or free_slug(new.name, "collection", lambda slug: stored.slug_is_taken(session, slug))
    row = CollectionRow(**new.model_dump(), slug=slug, created_at=now)
    with clash_as_conflict(f"Someone else made a collection “{slug}” at the same time. Try again."):
        session.add(row)
        session.flush()
    write_event(session, actor, "added", "collection", row, now)
    return stored.present(session, [row])[0]


def change(
    session: Session,
    actor: Actor,
    slug: str,
    change: CollectionChange,
    *,
    if_version: int | None,
    now: datetime,
) -> Collection:
    """Change a collection; its slug stays. Raises Missing, Stale, and what `add` raises."""
    row = stored.for_change(session, slug)
    check_version(row, if_version, "collection")
    changes = changes_of(row, change)
    if changes:
        apply_changes(row, changes)
        _check(session, row, row)
        row.version += 1
        write_event(session, actor, "changed", "collection", row, now)
        if "separate" in changes:
            reckon_reminders_anew(session, col(PredictionRow.collection_id) == row.id)
    return stored.present(session, [row])[0]


def _check(session: Session, fields: CollectionFields, itself: CollectionRow | None) -> None:
    if fields.period_from and fields.period_to and fields.period_to < fields.period_from:
        message = f"must not be before the period begins, on {fields.period_from}"
        raise Invalid(f"period_to {message}.", [Fault("period_to", message)])
    namesake = stored.named(session, fields.name)
    if namesake is not None and (itself is None or namesake.id != itself.id):
        detail = f"There is a collection “{namesake.name}” already: {namesake.slug}."
        raise Conflict(detail, [Fault("name", detail, (namesake.slug,))])
