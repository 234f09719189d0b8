"""Lists of authors, and authors as they are read."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import CTE, func
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from registry.domain.errors import Missing
from registry.domain.names import fold
from registry.schemas.authors import Author, AuthorBrief
from registry.storage.author_names import all_names, by_ids, by_slugs, known_as, standing_for
from registry.storage.keyset import Slice, Sort, read_slice
from registry.storage.tables import AuthorAliasRow, AuthorRow, PredictionRow

BY_SLUG = Sort("authors by slug", (AuthorRow.slug,))
SIMILAR = 5


def at_slug(session: Session, slug: str) -> AuthorRow:
    """The author of that very slug, merged or not. Raises Missing if there is none."""
    found = by_slugs(session, [slug]).get(slug)
    if found is None:
        raise Missing(f"No author has the slug “{slug}”. GET /authors?q=… finds authors by any of their names.")
    return found


def standing_at(session: Session, slug: str) -> AuthorRow:
    """The author of that slug, or whoever stands for it after a merge. Raises Missing if there is none."""
    return standing_for(session, {slug: at_slug(session, slug)})[slug]


def for_change(session: Session, row_id: UUID) -> AuthorRow:
    """The author as it stands now, locked until the transaction ends."""
    query = select(AuthorRow).where(col(AuthorRow.id) == row_id).with_for_update()
    return session.exec(query, execution_options={"populate_existing": True}).one()


def search(session: Session, q: str | None, kind: str | None, cursor: str | None, limit: int) -> Slice[AuthorRow]:
    """Authors with `q` in one of their names, in the order of slugs; similar ones where none has it."""
    folded = fold(q or "")
    query = select(AuthorRow).where(col(AuthorRow.merged_into_id).is_(None))
    if kind is not None:
        query = query.where(col(AuthorRow.kind) == kind)
    found = read_slice(session, _holding(query, folded), BY_SLUG, cursor, limit)
    if found.rows or cursor is not None or not folded:
        return found
    similar = known_as(session, all_names(session).suggestions(folded, SIMILAR))
    once = {row.id: row for row in similar.values() if kind in (None, row.kind)}
    return Slice(list(once.values()), None)


def present(session: Session, rows: Sequence[AuthorRow]) -> list[Author]:
    """Authors as they are read, with all their names, in the order of `rows`."""
    ids = [row.id for row in rows]
    names, absorbed, numbers = _names(session, ids), _absorbed(session, ids), _numbers(session, ids)
    into = by_ids(session, {row.merged_into_id for row in rows if row.merged_into_id is not None})
    return [
        Author.model_validate(
            row,
            update={
                "aliases": sorted({name for name in names[row.id] if name != row.name}),
                "absorbed": absorbed[row.id],
                "merged_into": into[row.merged_into_id].slug if row.merged_into_id else None,
                "n_predictions": numbers.get(row.id, 0),
            },
        )
        for row in rows
    ]


def family_table() -> CTE:
    """Each author's `id` beside `survivor_id`, whoever stands for it now: itself if it was never merged."""
    itself: tuple[Any, Any] = (col(AuthorRow.id).label("id"), col(AuthorRow.id).label("survivor_id"))
    family = select(*itself).where(col(AuthorRow.merged_into_id).is_(None)).cte("family", recursive=True)
    merged = aliased(AuthorRow)
    return family.union_all(
        select(col(merged.id), family.c.survivor_id).join(family, col(merged.merged_into_id) == family.c.id)
    )


def merged_below(session: Session, author_id: UUID) -> list[UUID]:
    """The author and all that were merged into it, directly or through others."""
    below, level = [author_id], [author_id]
    while level:
        level = list(session.exec(select(AuthorRow.id).where(col(AuthorRow.merged_into_id).in_(level))).all())
        below += level
    return below


def _holding(query: SelectOfScalar[AuthorRow], folded: str) -> SelectOfScalar[AuthorRow]:
    if not folded:
        return query
    family = family_table()
    holding = (
        select(family.c.survivor_id)
        .join(AuthorAliasRow, col(AuthorAliasRow.author_id) == family.c.id)
        .where(col(AuthorAliasRow.folded).contains(folded, autoescape=True))
    )
    return query.where(col(AuthorRow.id).in_(holding))


def _names(session: Session, ids: Iterable[UUID]) -> dict[UUID, list[str]]:
    family = family_table()
    query = (
        select(family.c.survivor_id, AuthorAliasRow.name)
        .join(AuthorAliasRow, col(AuthorAliasRow.author_id) == family.c.id)
        .where(family.c.survivor_id.in_(ids))
    )
    names = defaultdict(list)
    for author_id, name in session.exec(query):
        names[author_id].append(name)
    return names


def _absorbed(session: Session, ids: Iterable[UUID]) -> dict[UUID, list[AuthorBrief]]:
    query = select(AuthorRow).where(col(AuthorRow.merged_into_id).in_(ids)).order_by(col(AuthorRow.slug))
    absorbed = defaultdict(list)
    for row in session.exec(query):
        if row.merged_into_id is not None:
            absorbed[row.merged_into_id].append(AuthorBrief(slug=row.slug, name=row.name))
    return absorbed


def _numbers(session: Session, ids: Iterable[UUID]) -> dict[UUID, int]:
    query = (
        select(PredictionRow.author_id, func.count())
        .where(col(PredictionRow.author_id).in_(ids), col(PredictionRow.withdrawn_at).is_(None))
        .group_by(col(PredictionRow.author_id))
    )
    return dict(session.exec(query).all())
