"""Queries about questions."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from uuid import UUID

from sqlalchemy import func, or_
from sqlmodel import Session, col, select

from registry.domain.errors import Missing
from registry.schemas.questions import Question
from registry.storage.keyset import Slice, Sort, read_slice
from registry.storage.tables import PredictionRow, QuestionRow

LATEST_FIRST = Sort("questions, latest first", (QuestionRow.created_at, QuestionRow.id), descending=True)


def at(session: Session, slug_or_id: str) -> QuestionRow:
    """The question of that slug or id. Raises Missing."""
    is_it = [col(QuestionRow.slug) == slug_or_id]
    with suppress(ValueError):
        is_it.append(col(QuestionRow.id) == UUID(slug_or_id))
    row = session.exec(select(QuestionRow).where(or_(*is_it))).first()
    if row is None:
        raise Missing(f"There is no question “{slug_or_id}”. List them with GET /questions.")
    return row


def for_change(session: Session, slug_or_id: str) -> QuestionRow:
    """The question of that slug or id, locked until the transaction ends. Raises Missing."""
    query = select(QuestionRow).where(col(QuestionRow.id) == at(session, slug_or_id).id)
    return session.exec(query.with_for_update().execution_options(populate_existing=True)).one()


def slug_is_taken(session: Session, slug: str) -> bool:
    """Whether a question has that slug."""
    return session.exec(select(QuestionRow.id).where(col(QuestionRow.slug) == slug)).first() is not None


def search(session: Session, q: str | None, cursor: str | None, limit: int) -> Slice[QuestionRow]:
    """Questions with `q` in their wording, in capitals or not; the latest first."""
    query = select(QuestionRow)
    if q:
        query = query.where(func.lower(QuestionRow.wording).contains(q.lower(), autoescape=True))
    return read_slice(session, query, LATEST_FIRST, cursor, limit)


def present(session: Session, rows: Sequence[QuestionRow]) -> list[Question]:
    """Questions as they are read, in the order of `rows`."""
    numbers = _numbers(session, [row.id for row in rows])
    return [Question.model_validate(row, update={"n_predictions": numbers.get(row.id, 0)}) for row in rows]


def _numbers(session: Session, ids: Iterable[UUID]) -> dict[UUID | None, int]:
    query = (
        select(PredictionRow.question_id, func.count())
        .where(col(PredictionRow.question_id).in_(ids), col(PredictionRow.withdrawn_at).is_(None))
        .group_by(col(PredictionRow.question_id))
    )
    return dict(session.exec(query).all())
