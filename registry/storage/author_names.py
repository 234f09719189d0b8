"""Finding authors by what they are called: slug, name or alias."""

from collections.abc import Iterable
from uuid import UUID

from sqlmodel import Session, col, select

from registry.domain.names import KnownNames, fold
from registry.storage.parts import in_parts
from registry.storage.tables import AuthorAliasRow, AuthorRow


def by_slugs(session: Session, slugs: Iterable[str]) -> dict[str, AuthorRow]:
    """Authors by slug, merged or not; slugs that no author has are left out."""
    found: dict[str, AuthorRow] = {}
    for part in in_parts(slugs):
        rows = session.exec(select(AuthorRow).where(col(AuthorRow.slug).in_(part)))
        found.update((row.slug, row) for row in rows)
    return found


def by_folded_names(session: Session, folded: Iterable[str]) -> dict[str, AuthorRow]:
    """Authors by folded name, merged or not; names that no author carries are left out."""
    found: dict[str, AuthorRow] = {}
    for part in in_parts(folded):
        query = select(AuthorAliasRow.folded, AuthorRow).join(AuthorRow)
        found.update(session.exec(query.where(col(AuthorAliasRow.folded).in_(part))).all())
    return found


def known_as(session: Session, names: Iterable[str]) -> dict[str, AuthorRow]:
    """The author that stands for each slug, name or alias today; unknown names are left out."""
    wanted = list(dict.fromkeys(names))
    slugs = by_slugs(session, wanted)
    named = by_folded_names(session, {fold(name) for name in wanted if name not in slugs})
    found = {name: slugs.get(name) or named.get(fold(name)) for name in wanted}
    return standing_for(session, {name: row for name, row in found.items() if row is not None})


def standing_for(session: Session, rows: dict[str, AuthorRow]) -> dict[str, AuthorRow]:
    """The same keys with the author that each one's was merged into in the end, or itself."""
    standing = dict(rows)
    while merged := {row.merged_into_id for row in standing.values() if row.merged_into_id is not None}:
        into = by_ids(session, merged)
        standing = {
            key: into[row.merged_into_id] if row.merged_into_id is not None else row for key, row in standing.items()
        }
    return standing


def by_ids(session: Session, ids: Iterable[UUID]) -> dict[UUID, AuthorRow]:
    """Authors by id, merged or not."""
    found: dict[UUID, AuthorRow] = {}
    for part in in_parts(ids):
        rows = session.exec(select(AuthorRow).where(col(AuthorRow.id).in_(part)))
        found.update((row.id, row) for row in rows)
    return found


def slugs_of(session: Session, ids: Iterable[UUID]) -> dict[UUID, str]:
    """The slug of each author."""
    found: dict[UUID, str] = {}
    for part in in_parts(ids):
        found.update(session.exec(select(AuthorRow.id, AuthorRow.slug).where(col(AuthorRow.id).in_(part))).all())
    return found


def alias_of(session: Session, folded: str) -> AuthorAliasRow | None:
    """The one entry of a folded name."""
    return session.exec(select(AuthorAliasRow).where(col(AuthorAliasRow.folded) == folded)).first()


def own_names(session: Session, author_id: UUID) -> list[str]:
    """Every name of an author itself, without those of authors merged into it, in alphabetical order."""
    query = select(AuthorAliasRow.name).where(col(AuthorAliasRow.author_id) == author_id)
    return sorted(session.exec(query).all())


def slug_is_taken(session: Session, slug: str) -> bool:
    """Whether a slug leads to an author already, as a slug or as a name."""
    return bool(by_slugs(session, [slug]) or alias_of(session, fold(slug)))


def all_names(session: Session) -> KnownNames:
    """Every name on record, ready to be searched for near ones."""
    return KnownNames(session.exec(select(AuthorAliasRow.name)).all())
