"""From names that callers know to the ids of what they mean, all at once and with every fault."""

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from registry.actions import authors
from registry.actions.acting import Actor
from registry.domain.errors import Fault, UnknownAuthor
from registry.schemas.authors import NewAuthors
from registry.schemas.predictions import PredictionLinks, PredictionNew
from registry.storage.parts import in_parts
from registry.storage.tables import CollectionRow, PersonRow, PredictionRow, QuestionRow


@dataclass(slots=True)
class Links:
    """Ids behind the names in some predictions, and the names behind which nothing stands."""

    authors: dict[str, UUID] = field(default_factory=dict)
    collections: dict[str, UUID] = field(default_factory=dict)
    questions: dict[str, UUID] = field(default_factory=dict)
    persons: dict[str, UUID] = field(default_factory=dict)
    revised: dict[UUID, UUID] = field(default_factory=dict)
    """The author of each prediction that is revised."""
    faults: list[Fault] = field(default_factory=list)


Placed = tuple[str, PredictionLinks]
"""A prediction's links and where it stands in the request: `""`, or `"3."` in a batch."""


def find_links(session: Session, placed: Sequence[Placed]) -> Links:
    """Everything but the authors."""
    links = Links()
    links.collections = _find(
        links, placed, "collection", lambda names: _by_column(session, CollectionRow, "slug", names)
    )
    links.questions = _find(links, placed, "question", lambda names: _questions(session, names))
    links.persons = _find(links, placed, "assignee", lambda names: _by_column(session, PersonRow, "name", names))
    links.revised = _find(links, placed, "revises", lambda ids: _authors_of(session, ids))
    return links


def find_groups(session: Session, collections: Iterable[str], questions: Iterable[str]) -> Links:
    """The collections and questions of these names, as far as they are on record."""
    links = Links()
    for part in in_parts(collections):
        links.collections |= _by_column(session, CollectionRow, "slug", part)
    for part in in_parts(questions):
        links.questions |= _questions(session, set(part))
    return links


def unknown_groups(placed: Sequence[Placed], links: Links) -> list[Fault]:
    """Every collection and question that some predictions name and that `links` does not know."""
    return [
        *_unknown(((where, new.collection) for where, new in placed), "collection", links.collections),
        *_unknown(((where, new.question) for where, new in placed), "question", links.questions),
    ]


def find_authors(
    session: Session,
    actor: Actor,
    placed: Sequence[tuple[str, PredictionNew]],
    mode: NewAuthors | None,
    links: Links,
    now: datetime,
) -> None:
    """Fill `links.authors`; names that stay unknown become faults. `mode` overrules each prediction's own."""
    for chosen in NewAuthors:
        names = [(f"{where}author", new.author) for where, new in placed if (mode or new.new_authors) == chosen]
        if not names:
            continue
        try:
            found = authors.resolve(session, actor, names, chosen, now=now)
            links.authors |= {name: author.id for name, author in found.items()}
        except UnknownAuthor as problem:
            links.faults.extend(problem.faults)


def _find(
    links: Links,
    placed: Sequence[Placed],
    field_name: str,
    look_up: Callable[[set[Any]], dict[Any, UUID]],
) -> dict[Any, UUID]:
    named = [(where, getattr(new, field_name)) for where, new in placed]
    wanted = {name for _, name in named if name is not None}
    found = look_up(wanted) if wanted else {}
    links.faults.extend(_unknown(named, field_name, found))
    return found


def _unknown(named: Iterable[tuple[str, Any]], field_name: str, known: Container[Any]) -> Iterator[Fault]:
    for where, name in named:
        if name is not None and name not in known:
            yield Fault(f"{where}{field_name}", f"there is no {_NOUNS[field_name]} {name!s}; create it first")


_NOUNS = {"collection": "collection", "question": "question", "assignee": "person", "revises": "prediction"}


def _by_column(session: Session, table: Any, column: str, values: Iterable[Any]) -> dict[Any, UUID]:
    attribute = getattr(table, column)
    rows = session.exec(select(attribute, table.id).where(col(attribute).in_(list(values))))
    return dict(rows.all())


def _authors_of(session: Session, ids: Iterable[UUID]) -> dict[UUID, UUID]:
    rows = session.exec(select(PredictionRow.id, PredictionRow.author_id).where(col(PredictionRow.id).in_(list(ids))))
    return dict(rows.all())


def revision_faults(session: Session, row_id: UUID | None, author_id: UUID, revises: UUID, links: Links) -> list[Fault]:
    """What speaks against `revises`: another author's prediction, the row itself, or one that revises it in turn."""
    if links.revised[revises] != author_id:
        return [Fault("revises", "is a prediction of another author; one revises only one's own")]
    earlier: UUID | None = revises
    while earlier is not None and row_id is not None:
        if earlier == row_id:
            return [Fault("revises", "would make this prediction a revision of itself")]
        earlier = session.exec(select(PredictionRow.revises).where(col(PredictionRow.id) == earlier)).first()
    return []


def _questions(session: Session, names: set[str]) -> dict[str, UUID]:
    by_slug = _by_column(session, QuestionRow, "slug", names)
    ids = {name: UUID(name) for name in names - by_slug.keys() if _is_uuid(name)}
    known = set(_by_column(session, QuestionRow, "id", ids.values()).values()) if ids else set()
    return by_slug | {name: row_id for name, row_id in ids.items() if row_id in known}


def _is_uuid(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True
