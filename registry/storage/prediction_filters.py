"""From a filter as users give it to conditions on rows."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, select
from sqlmodel import col

from registry.domain.due import OVERDUE_DAYS, SOON_DAYS
from registry.domain.names import fold
from registry.domain.vocabulary import Status, Urgency
from registry.schemas.filters import PredictionNarrowing
from registry.storage.tables import (
    AuthorAliasRow,
    AuthorRow,
    CollectionRow,
    MentionRow,
    PersonRow,
    PredictionRow,
    QuestionRow,
    TagRow,
)

Condition = ColumnElement[bool]

UNRESOLVED = and_(col(PredictionRow.outcome).is_(None), col(PredictionRow.withdrawn_at).is_(None))
ON_RECORD = col(PredictionRow.withdrawn_at).is_(None)


def conditions(wanted: PredictionNarrowing, now: datetime) -> Iterator[Condition]:
    """What a row has to fulfil to be listed at `now`."""
    yield _status(wanted.status, now)
    yield from _plain(wanted)
    yield from _linked(wanted)
    yield from _mentioned(wanted)
    if wanted.urgency:
        yield urgency(wanted.urgency, now)
    if wanted.text:
        yield from (_contains(word) for word in fold(wanted.text).split())


def urgency(wanted: Urgency, now: datetime) -> Condition:
    """Unresolved rows of that urgency at `now`."""
    due_at = col(PredictionRow.due_at)
    overdue_before, soon_until = now - timedelta(days=OVERDUE_DAYS), now + timedelta(days=SOON_DAYS)
    bounds = {
        Urgency.overdue: due_at < overdue_before,
        Urgency.due: due_at.between(overdue_before, now),
        Urgency.soon: and_(due_at > now, due_at <= soon_until),
        Urgency.later: due_at > soon_until,
    }
    return and_(UNRESOLVED, bounds[wanted])


def _status(status: Status | None, now: datetime) -> Condition:
    if status is None:
        return ON_RECORD
    due_at = col(PredictionRow.due_at)
    return {
        Status.open: and_(UNRESOLVED, due_at > now),
        Status.due: and_(UNRESOLVED, due_at <= now),
        Status.resolved: and_(ON_RECORD, col(PredictionRow.outcome).is_not(None)),
        Status.withdrawn: col(PredictionRow.withdrawn_at).is_not(None),
    }[status]


def _plain(wanted: PredictionNarrowing) -> Iterator[Condition]:
    row = PredictionRow
    pairs: list[tuple[Any, Any]] = [
        (wanted.kind, lambda value: col(row.kind) == value),
        (wanted.outcome, lambda value: col(row.outcome) == value),
        (wanted.disputed, lambda value: col(row.disputed).is_(value)),
        (wanted.undated, lambda value: col(row.due_on).is_(None) if value else col(row.due_on).is_not(None)),
        (wanted.made_from, lambda value: col(row.made_on) >= value),
        (wanted.made_to, lambda value: col(row.made_on) <= value),
        (wanted.due_from, lambda value: col(row.due_on) >= value),
        (wanted.due_to, lambda value: col(row.due_on) <= value),
    ]
    yield from (make(value) for value, make in pairs if value is not None)


def _linked(wanted: PredictionNarrowing) -> Iterator[Condition]:
    row = PredictionRow
    if wanted.author:
        yield col(row.author_id).in_(_authors_called(wanted.author))
    if wanted.collection:
        found = select(col(CollectionRow.id)).where(col(CollectionRow.slug) == wanted.collection)
        yield col(row.collection_id).in_(found)
    if wanted.question:
        yield col(row.question_id).in_(_questions_called(wanted.question))
    if wanted.assignee:
        found = select(col(PersonRow.id)).where(col(PersonRow.name) == wanted.assignee)
        yield col(row.assignee_id).in_(found)
    if wanted.tag:
        tagged = select(col(TagRow.prediction_id)).where(col(TagRow.name) == wanted.tag.lower())
        yield col(row.id).in_(tagged)


def _mentioned(wanted: PredictionNarrowing) -> Iterator[Condition]:
    asked = [
        (col(MentionRow.article_id), _uuid(wanted.article) if wanted.article else None),
        (col(MentionRow.reported_by), wanted.reported_by),
        (col(MentionRow.outlet), wanted.outlet),
    ]
    held = [column == value for column, value in asked if value is not None]
    if held:
        yield col(PredictionRow.id).in_(select(col(MentionRow.prediction_id)).where(*held))


def _authors_called(name: str) -> Any:
    by_slug = select(col(AuthorRow.id)).where(col(AuthorRow.slug) == name)
    by_name = select(col(AuthorAliasRow.author_id)).where(col(AuthorAliasRow.folded) == fold(name))
    return by_slug.union(by_name)


def _questions_called(name: str) -> Any:
    column, value = (col(QuestionRow.id), _uuid(name)) if _is_uuid(name) else (col(QuestionRow.slug), name)
    return select(col(QuestionRow.id)).where(column == value)


def _contains(word: str) -> Condition:
    return col(PredictionRow.search_text).contains(word, autoescape=True)


def _is_uuid(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True


def _uuid(text: str) -> UUID:
    # An id that cannot be one belongs to no row.
    return UUID(text) if _is_uuid(text) else UUID(int=0)
