"""Merging authors who turn out to be one, and taking a merge back."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import update
from sqlmodel import Session, col, select

from registry.actions.acting import Actor
from registry.actions.rollups import remember
from registry.actions.versions import check_version
from registry.actions.writing_author_events import write_author_event
from registry.domain.errors import Conflict
from registry.schemas.authors import Author
from registry.storage import authors as stored
from registry.storage.author_names import standing_for
from registry.storage.tables import AuthorRow, PredictionRow


def merge(
    session: Session, actor: Actor, row: AuthorRow, into: AuthorRow, *, if_version: int | None, now: datetime
) -> Author:
    """Let `into` stand for the author from now on, with its names and predictions. Returns `into`.

    Raises Conflict if both are one already or either was merged before, Stale if the author is not at
    `if_version`.
    """
    first, second = sorted((row.id, into.id))
    locked = {row_id: stored.for_change(session, row_id) for row_id in (first, second)}
    row, into = locked[row.id], locked[into.id]
    check_version(row, if_version, "author")
    if row.id == into.id:
        raise Conflict(f"{row.slug} and {into.slug} are one author already.")
    for one in (row, into):
        if one.merged_into_id is not None:
            raise Conflict(f"{one.slug} is merged into another author already; undo that first.")
    row.merged_into_id = into.id
    moved = _move(session, [col(PredictionRow.author_id) == row.id], into)
    _record(session, actor, "merged", row, moved, now)
    return stored.present(session, [into])[0]


def unmerge(session: Session, actor: Actor, row: AuthorRow, *, if_version: int | None, now: datetime) -> Author:
    """Let the author stand for itself again and give back the predictions that were entered as its own.

    Raises Conflict if it was never merged, Stale if the author is not at `if_version`.
    """
    row = stored.for_change(session, row.id)
    check_version(row, if_version, "author")
    if row.merged_into_id is None:
        raise Conflict(f"{row.slug} is not merged into another author; there is nothing to undo.")
    standing = standing_for(session, {row.slug: row})[row.slug]
    entered_as = col(PredictionRow.author_id_as_entered).in_(stored.merged_below(session, row.id))
    row.merged_into_id = None
    moved = _move(session, [col(PredictionRow.author_id) == standing.id, entered_as], row)
    _record(session, actor, "unmerged", row, moved, now)
    return stored.present(session, [row])[0]


def _move(session: Session, conditions: Sequence[Any], to: AuthorRow) -> list[UUID]:
    moved = sorted(session.exec(select(PredictionRow.id).where(*conditions).with_for_update()).all())
    remember(session, moved)
    statement = update(PredictionRow).where(*conditions)
    session.exec(statement.values(author_id=to.id, version=PredictionRow.version + 1))
    session.flush()
    return moved


def _record(session: Session, actor: Actor, verb: str, row: AuthorRow, moved: list[UUID], now: datetime) -> None:
    row.version += 1
    session.flush()
    write_author_event(session, actor, verb, row, now, more={"moved": [str(moved_id) for moved_id in moved]})
