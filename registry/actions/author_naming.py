"""Giving authors names: each name, however it is spelt, leads to one author only."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlmodel import Session

from registry.actions.acting import Actor
from registry.actions.clashes import clash_as_conflict
from registry.actions.writing_author_events import write_author_event
from registry.domain.errors import Conflict, Fault, Invalid
from registry.domain.names import fold
from registry.schemas.authors import AuthorNew
from registry.storage.author_names import alias_of, by_folded_names, slug_is_taken
from registry.storage.slugs import free_slug
from registry.storage.tables import AuthorAliasRow, AuthorRow

LONGEST_FOLDED = 400


class AuthorName(NamedTuple):
    """A name and its place in the request."""

    where: str
    name: str


def check_free(session: Session, names: Sequence[AuthorName]) -> None:
    """Raise Conflict that lists all names that lead to an author already; Invalid for what is no name."""
    no_names = [Fault(where, _NO_NAME) for where, name in names if not 0 < len(fold(name)) <= LONGEST_FOLDED]
    if no_names:
        raise Invalid(no_names[0].message, no_names)
    owners = by_folded_names(session, {fold(name) for _, name in names})
    seen: set[str] = set()
    taken = []
    for where, name in names:
        if owner := owners.get(fold(name)):
            taken.append(Fault(where, _belongs(name, owner), (owner.slug,)))
        elif fold(name) in seen:
            taken.append(Fault(where, f"“{name}” is given twice."))
        seen.add(fold(name))
    if taken:
        raise Conflict(" ".join(fault.message for fault in taken[:3]), taken)


def record_author(session: Session, actor: Actor, new: AuthorNew, *, now: datetime) -> AuthorRow:
    """Create an author whose names are known to be free, with its event."""
    fields = new.model_dump(exclude={"aliases"})
    slug = free_slug(new.name, "author", lambda slug: slug_is_taken(session, slug))
    row = AuthorRow(**fields, slug=slug, created_at=now)
    with clash_as_conflict(f"Someone else added the author “{new.name}” at the same time. Try again."):
        session.add(row)
        session.flush()
        session.add_all(_alias(row, name, now) for name in (new.name, *new.aliases))
        session.flush()
    write_author_event(session, actor, "added", row, now)
    return row


def give_name(session: Session, row: AuthorRow, given: AuthorName, now: datetime) -> None:
    """Make a name lead to the author. Raises Conflict if it leads to another one, Invalid for no name."""
    present = alias_of(session, fold(given.name))
    if present is None:
        check_free(session, [given])
        present = _alias(row, given.name, now)
    elif present.author_id != row.id:
        check_free(session, [given])
    present.name = given.name
    with clash_as_conflict(f"Someone else gave the name “{given.name}” away at the same time. Try again."):
        session.add(present)
        session.flush()


def _alias(row: AuthorRow, name: str, now: datetime) -> AuthorAliasRow:
    return AuthorAliasRow(author_id=row.id, name=name, folded=fold(name), created_at=now)


def _belongs(name: str, owner: AuthorRow) -> str:
    return f"“{name}” is already on record: it is the author {owner.name} ({owner.slug})."


_NO_NAME = "A name needs at least one letter or digit, and may not be longer than 200 characters."
