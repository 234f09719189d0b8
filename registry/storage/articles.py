"""Queries about articles."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import case, func, or_
from sqlalchemy.orm import defer
from sqlmodel import Session, col, select

from registry.domain.errors import Missing
from registry.domain.vocabulary import CandidateState
from registry.schemas.articles import Article, ArticleBrief
from registry.storage.keyset import Slice, Sort, read_slice
from registry.storage.tables import ArticleAddressRow, ArticleRow, CandidateRow

LATEST_FIRST = Sort("articles, latest first", (ArticleRow.created_at, ArticleRow.id), descending=True)


def row_of(session: Session, article_id: UUID) -> ArticleRow:
    """The article under that id. Raises Missing."""
    row = session.get(ArticleRow, article_id)
    if row is None:
        raise Missing(f"There is no article {article_id}. List them with GET /articles.")
    return row


def for_change(session: Session, article_id: UUID) -> ArticleRow:
    """The article under that id, locked until the transaction ends. Raises Missing."""
    query = select(ArticleRow).where(col(ArticleRow.id) == row_of(session, article_id).id)
    return session.exec(query.with_for_update().execution_options(populate_existing=True)).one()


def with_text(session: Session, sha256: str) -> UUID | None:
    """The id of the article with that text."""
    return session.exec(select(ArticleRow.id).where(col(ArticleRow.sha256) == sha256)).first()


def at_addresses(session: Session, addresses: Sequence[str]) -> list[ArticleAddressRow]:
    """Which of these addresses, in their normalised form, lead to an article already."""
    query = select(ArticleAddressRow).where(col(ArticleAddressRow.address).in_(addresses))
    return list(session.exec(query).all())


def superseding(session: Session, article_id: UUID) -> UUID | None:
    """The id of the article that supersedes another one."""
    return session.exec(select(ArticleRow.id).where(col(ArticleRow.supersedes) == article_id)).first()


def search(session: Session, q: str | None, outlet: str | None, cursor: str | None, limit: int) -> Slice[ArticleRow]:
    """Articles with `q` in title, byline, outlet or address, in capitals or not; the latest first."""
    query = select(ArticleRow).options(defer(ArticleRow.text))  # type: ignore[arg-type]
    if q:
        places = (ArticleRow.title, ArticleRow.byline, ArticleRow.outlet)
        words = [func.lower(place).contains(q.lower(), autoescape=True) for place in places]
        named = func.lower(ArticleAddressRow.address).contains(q.lower(), autoescape=True)
        at = select(ArticleAddressRow.article_id).where(named)
        query = query.where(or_(*words, col(ArticleRow.id).in_(at)))
    if outlet:
        query = query.where(func.lower(ArticleRow.outlet) == outlet.lower())
    return read_slice(session, query, LATEST_FIRST, cursor, limit)


def present(session: Session, rows: Sequence[ArticleRow]) -> list[ArticleBrief]:
    """Articles without their texts, in the order of `rows`."""
    more = _more(session, [row.id for row in rows])
    return [ArticleBrief.model_validate(row, update=more[row.id]) for row in rows]


def present_whole(session: Session, row: ArticleRow) -> Article:
    """An article with its text."""
    return Article.model_validate(row, update=_more(session, [row.id])[row.id])


def _more(session: Session, ids: Sequence[UUID]) -> dict[UUID, dict[str, object]]:
    addresses, later = _addresses(session, ids), _superseded(session, ids)
    numbers = _numbers(session, ids)
    return {
        row_id: {
            "addresses": addresses[row_id],
            "superseded_by": later.get(row_id),
            "n_candidates": numbers.get(row_id, (0, 0))[0],
            "n_waiting": numbers.get(row_id, (0, 0))[1],
        }
        for row_id in ids
    }


def _addresses(session: Session, ids: Iterable[UUID]) -> dict[UUID, list[str]]:
    query = select(ArticleAddressRow).where(col(ArticleAddressRow.article_id).in_(ids))
    found = defaultdict(list)
    for row in session.exec(query.order_by(col(ArticleAddressRow.id))):
        found[row.article_id].append(row.address)
    return found


def _superseded(session: Session, ids: Iterable[UUID]) -> dict[UUID | None, UUID]:
    query = select(ArticleRow.supersedes, ArticleRow.id).where(col(ArticleRow.supersedes).in_(ids))
    return dict(session.exec(query).all())


def _numbers(session: Session, ids: Iterable[UUID]) -> dict[UUID, tuple[int, int]]:
    waiting = case((col(CandidateRow.state) == CandidateState.waiting.value, 1), else_=0)
    query = select(CandidateRow.article_id, func.count(), func.sum(waiting))
    counted = query.where(col(CandidateRow.article_id).in_(ids)).group_by(col(CandidateRow.article_id))
    return {row_id: (n, n_waiting) for row_id, n, n_waiting in session.exec(counted)}
