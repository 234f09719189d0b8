"""The author that a word on the command line means."""

from sqlmodel import Session

from registry.domain.errors import Fault, Missing
from registry.storage.author_names import all_names, known_as
from registry.storage.tables import AuthorRow


def author_named(session: Session, name: str) -> AuthorRow:
    """The author of that slug, name or alias. Raises Missing with similar names on record."""
    found = known_as(session, [name]).get(name)
    if found is not None:
        return found
    similar = tuple(all_names(session).suggestions(name))
    hint = f" Similar names on record: {', '.join(similar)}." if similar else ""
    raise Missing(f"No author is called “{name}”.{hint}", [Fault("author", f"“{name}”", similar)])
