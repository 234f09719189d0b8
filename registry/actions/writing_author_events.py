"""Events of authors, whose full value includes all their names."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlmodel import Session

from registry.actions.acting import Actor
from registry.actions.writing_events import write_event
from registry.storage.author_names import own_names
from registry.storage.tables import AuthorRow


def write_author_event(
    session: Session,
    actor: Actor,
    verb: str,
    row: AuthorRow,
    now: datetime,
    *,
    more: Mapping[str, Any] | None = None,
) -> None:
    """Append the event that `actor` did `verb` to the author, with its names one per line."""
    aliases = "\n".join(name for name in own_names(session, row.id) if name != row.name)
    write_event(session, actor, verb, "author", row, now, more={"aliases": aliases, **(more or {})})
