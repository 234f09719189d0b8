"""Queries about candidates."""

from collections.abc import Sequence
from enum import StrEnum
from uuid import UUID

from sqlalchemy import func
from sqlmodel import Session, col, select

from registry.domain.errors import Missing
from registry.domain.vocabulary import CandidateState, Kind
from registry.schemas.candidates import Candidate
from registry.storage.keyset import Slice, Sort, read_slice
from registry.storage.tables import ArticleRow, CandidateRow


class CandidateSort(StrEnum):
    """Orders of the inbox."""

    latest = "latest"
    surest = "surest"


_ROW = CandidateRow
SORTS = {
    CandidateSort.latest: Sort("candidates, latest", (_ROW.created_at, _ROW.id), descending=True),
    CandidateSort.surest: Sort("candidates, surest", (_ROW.confidence, _ROW.id), descending=True),
}


def row_of(session: Session, candidate_id: UUID) -> CandidateRow:
    """The candidate under that id. Raises Missing."""
    row = session.get(CandidateRow, candidate_id)
    if row is None:
        raise Missing(f"There is no candidate {candidate_id}. List them with GET /candidates.")
    return row


def for_change(session: Session, candidate_id: UUID) -> CandidateRow:
    """The candidate under that id, locked until the transaction ends. Raises Missing."""
    query = select(CandidateRow).where(col(CandidateRow.id) == row_of(session, candidate_id).id)
    return session.exec(query.with_for_update().execution_options(populate_existing=True)).one()


def of_article(session: Session, article_id: UUID) -> list[CandidateRow]:
    """All candidates of an article, locked until the transaction ends."""
    query = select(CandidateRow).where(col(CandidateRow.article_id) == article_id)
    return list(session.exec(query.order_by(col(CandidateRow.id)).with_for_update()).all())


def joined(session: Session, prediction_id: UUID) -> list[CandidateRow]:
    """The candidates that became a prediction or joined it."""
    query = select(CandidateRow).where(col(CandidateRow.prediction_id) == prediction_id)
    return list(session.exec(query).all())


def search(
    session: Session,
    *,
    state: CandidateState | None,
    article_id: UUID | None,
    language: str | None,
    q: str | None,
    sort: CandidateSort,
    cursor: str | None,
    limit: int,
) -> Slice[CandidateRow]:
    """Candidates that meet every condition given; `q` stands in the statement, in capitals or not."""
    query = select(CandidateRow)
    if state is not None:
        query = query.where(col(CandidateRow.state) == state.value)
    if article_id is not None:
        query = query.where(col(CandidateRow.article_id) == article_id)
    if language is not None:
        query = query.where(col(CandidateRow.language) == language)
    if q:
        query = query.where(func.lower(CandidateRow.statement).contains(q.lower(), autoescape=True))
    return read_slice(session, query, SORTS[sort], cursor, limit)


def present(session: Session, rows: Sequence[CandidateRow]) -> list[Candidate]:
    """Candidates as they are read, in the order of `rows`."""
    wanted = {row.article_id for row in rows}
    articles = {row.id: row for row in session.exec(select(ArticleRow).where(col(ArticleRow.id).in_(wanted)))}
    return [_present_one(row, articles[row.article_id]) for row in rows]


def _present_one(row: CandidateRow, article: ArticleRow) -> Candidate:
    quoted = [article.text[start:end] for start, end in row.quotes]
    return Candidate.model_validate(row, update={"quoted": quoted, "missing": missing_in(row, article)})


def missing_in(row: CandidateRow, article: ArticleRow) -> list[str]:
    """What a prediction needs and neither the candidate nor its article gives."""
    known = {
        "author": speaker_in(row, article),
        "made_on": row.made_on or article.published_on,
        "due_on": row.due_on,
        "criteria": row.criteria,
    }
    if row.kind == Kind.conditional:
        known["condition"] = row.condition
    return [name for name, value in known.items() if value is None]


def speaker_in(row: CandidateRow, article: ArticleRow) -> str | None:
    """Who predicts: whom the text names, else the article's author where nobody else speaks."""
    return row.speaker or (None if row.attributed else article.byline)
