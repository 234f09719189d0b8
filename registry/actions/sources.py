"""Sources: entered, changed, taken from a list."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import ValidationError
from sqlmodel import Session

from registry.actions.acting import Actor
from registry.actions.changing import apply_changes, changes_of
from registry.actions.clashes import clash_as_conflict
from registry.actions.versions import check_version
from registry.actions.writing_events import write_event
from registry.domain.errors import Conflict, Fault
from registry.domain.web_addresses import normalised
from registry.schemas.sources import Source, SourceChange, SourceNew, SourcesImported
from registry.storage import sources as stored
from registry.storage.tables import SourceRow


def add(session: Session, actor: Actor, new: SourceNew, *, now: datetime) -> Source:
    """Watch a source. Raises Conflict where it is watched already."""
    address = normalised(new.address)
    known = stored.at_address(session, address)
    if known is not None:
        detail = f"This source is watched already: {known.id}."
        raise Conflict(detail, [Fault("address", detail, (str(known.id),))])
    values = new.model_dump() | {"address": address}
    row = SourceRow(**values, entered_by_id=actor.required_id, next_poll_at=now, created_at=now)
    with clash_as_conflict("Someone else added the same source at the same time."):
        session.add(row)
        session.flush()
    write_event(session, actor, "added", "source", row, now)
    return stored.present(session, [row])[0]


def add_list(
    session: Session, actor: Actor, feeds: Sequence[tuple[str, str | None]], *, now: datetime
) -> SourcesImported:
    """Watch the feeds of a list, each an address and perhaps a title; those known already stay as they are."""
    added, known, refused = 0, 0, []
    for address, title in feeds:
        try:
            new = SourceNew.model_validate({"address": address, "title": title})
        except ValidationError as problem:
            refused.append(f"{address[:200]}: {problem.errors()[0]['msg']}")
            continue
        if stored.at_address(session, normalised(new.address)) is not None:
            known += 1
        else:
            add(session, actor, new, now=now)
            added += 1
    return SourcesImported(n_added=added, n_known=known, refused=refused)


def change(
    session: Session,
    actor: Actor,
    source_id: UUID,
    change: SourceChange,
    *,
    if_version: int | None,
    now: datetime,
) -> Source:
    """Change a source, or leave it alone for a while. Raises Missing and Stale."""
    row = stored.for_change(session, source_id)
    check_version(row, if_version, "source")
    changes = _changes(row, change, now)
    if changes:
        apply_changes(row, changes)
        row.version += 1
        write_event(session, actor, "changed", "source", row, now)
    return stored.present(session, [row])[0]


def look_now(session: Session, actor: Actor, source_id: UUID, *, now: datetime) -> Source:
    """Look at a source with the next run of the scheduler. Raises Missing, Conflict where it is disabled."""
    row = stored.for_change(session, source_id)
    if row.disabled_at is not None:
        raise Conflict("This source is disabled; enable it first.")
    row.next_poll_at, row.failures = now, 0
    row.version += 1
    write_event(session, actor, "asked for", "source", row, now)
    return stored.present(session, [row])[0]


def _changes(row: SourceRow, change: SourceChange, now: datetime) -> dict[str, Any]:
    fields = change.model_copy()
    fields.model_fields_set.discard("disabled")
    changes = changes_of(row, fields)
    if "disabled" in change.model_fields_set and change.disabled != (row.disabled_at is not None):
        changes |= {"disabled_at": now if change.disabled else None}
        changes |= {} if change.disabled else {"next_poll_at": now, "failures": 0}
    return changes
