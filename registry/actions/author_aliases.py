"""Other names of authors."""

from datetime import datetime

from sqlmodel import Session

from registry.actions.acting import Actor
from registry.actions.author_naming import AuthorName, check_free, give_name
from registry.actions.writing_author_events import write_author_event
from registry.domain.errors import Conflict, Missing
from registry.domain.names import fold
from registry.schemas.authors import AliasNew, Author
from registry.storage import authors as stored
from registry.storage.author_names import alias_of, by_ids, standing_for
from registry.storage.tables import AuthorRow


def add_alias(session: Session, actor: Actor, row: AuthorRow, new: AliasNew, *, now: datetime) -> Author:
    """Let another name lead to the author.

    Raises Conflict if it leads to an author already, and Invalid if it has neither letter nor digit.
    """
    row = stored.for_change(session, row.id)
    alias = AuthorName("name", new.name)
    check_free(session, [alias])
    give_name(session, row, alias, now)
    row.version += 1
    write_author_event(session, actor, "alias_added", row, now)
    return stored.present(session, [row])[0]


def remove_alias(session: Session, actor: Actor, row: AuthorRow, name: str, *, now: datetime) -> Author:
    """Let a name no longer lead to the author.

    Raises Missing if it does not, and Conflict for the name that the author, or one merged into it, is shown
    by.
    """
    alias = alias_of(session, fold(name))
    owner = by_ids(session, [alias.author_id])[alias.author_id] if alias else None
    if alias is None or owner is None or standing_for(session, {name: owner})[name].id != row.id:
        raise Missing(f"{row.name} has no alias “{name}”. GET /authors/{row.slug}/aliases lists them.")
    if alias.folded == fold(owner.name):
        remedy = "change its name first" if owner.id == row.id else "undo the merge instead"
        raise Conflict(f"“{name}” is the name by which {owner.slug} is shown; {remedy}.")
    owner = stored.for_change(session, owner.id)
    session.delete(alias)
    owner.version += 1
    session.flush()
    write_author_event(session, actor, "alias_removed", owner, now)
    return stored.present(session, [row])[0]
