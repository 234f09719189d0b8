"""Authors: put on record, found or created by name, corrected."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session

from registry.actions.acting import Actor
from registry.actions.author_naming import AuthorName, check_free, give_name, record_author
from registry.actions.changing import apply_changes, changes_of
from registry.actions.versions import check_version
from registry.actions.writing_author_events import write_author_event
from registry.domain.errors import Fault, UnknownAuthor
from registry.domain.names import KnownNames, fold
from registry.schemas.authors import Author, AuthorChange, AuthorNew, NewAuthors
from registry.storage import authors as stored
from registry.storage.author_names import all_names, known_as
from registry.storage.tables import AuthorRow


def add(session: Session, actor: Actor, new: AuthorNew, *, now: datetime) -> Author:
    """Put an author on record. A similar name is allowed: whoever adds an author means a new one.

    Raises Conflict for names and aliases that are taken; Invalid for names without a letter or digit.
    """
    check_free(session, _names_of(new, ""))
    return stored.present(session, [record_author(session, actor, new, now=now)])[0]


def add_all(session: Session, actor: Actor, new: Sequence[AuthorNew], *, now: datetime) -> list[Author]:
    """Put authors on record, all or none. Raises what `add` raises, for all of them at once."""
    check_free(session, [name for n, author in enumerate(new) for name in _names_of(author, f"{n}.")])
    return stored.present(session, [record_author(session, actor, author, now=now) for author in new])


def resolve(
    session: Session, actor: Actor, names: Sequence[tuple[str, str]], mode: NewAuthors, *, now: datetime
) -> dict[str, AuthorRow]:
    """The author behind each slug, name or alias, for a write that names authors; merges followed.

    `names` are pairs of the place in the request (`author`, `3.author`) and the name. With `create`, names
    that are like none on record become authors. Raises UnknownAuthor that lists all other unknown names.
    """
    found = known_as(session, (name for _, name in names))
    unknown = [(where, name) for where, name in names if name not in found]
    if not unknown:
        return found
    on_record = all_names(session)
    near = {name: on_record.near(name) for _, name in unknown}
    refused = [
        _unknown(where, name, on_record, near[name])
        for where, name in unknown
        if mode == NewAuthors.refuse or near[name] or not fold(name)
    ]
    if refused:
        raise UnknownAuthor(_summary(refused), refused)
    created: dict[str, AuthorRow] = {}
    for _, name in unknown:
        if fold(name) not in created:
            created[fold(name)] = record_author(session, actor, AuthorNew(name=name), now=now)
        found[name] = created[fold(name)]
    return found


def change(
    session: Session,
    actor: Actor,
    row: AuthorRow,
    change: AuthorChange,
    *,
    if_version: int | None,
    now: datetime,
) -> Author:
    """Correct an author. A new name is added to the old ones, which still lead to the author.

    Raises Stale if the author is not at `if_version`, Conflict if the name is another author's.
    """
    row = stored.for_change(session, row.id)
    check_version(row, if_version, "author")
    changes = changes_of(row, change)
    if changes:
        apply_changes(row, changes)
        if "name" in changes:
            give_name(session, row, AuthorName("name", row.name), now)
        row.version += 1
        write_author_event(session, actor, "changed", row, now)
    return stored.present(session, [row])[0]


def _names_of(new: AuthorNew, place: str) -> list[AuthorName]:
    aliases = [AuthorName(f"{place}aliases.{n}", alias) for n, alias in enumerate(new.aliases)]
    return [AuthorName(f"{place}name", new.name), *aliases]


def _unknown(where: str, name: str, on_record: KnownNames, near: list[str]) -> Fault:
    if not fold(name):
        return Fault(where, f"“{name}” is no name: it needs at least one letter or digit.")
    if near:
        message = (
            f"No author is named “{name}”, but it is like {', '.join(near)}. Use the name on record, "
            "add this one to it as an alias, or add the author with POST /authors if it is someone else."
        )
        return Fault(where, message, tuple(near))
    message = f"No author is named “{name}”. Check the spelling, add the author, or send new_authors=create."
    return Fault(where, message, tuple(on_record.suggestions(name)))


def _summary(refused: list[Fault]) -> str:
    if len(refused) == 1:
        return refused[0].message
    return f"{len(refused)} authors are not on record; each is named below, with similar names on record."
