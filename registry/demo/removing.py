"""Taking the demo away: its collections with all that is in them, its columnists, questions and articles."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from registry.actions import rollups
from registry.demo.columns import NAME as COLUMNS_NAME
from registry.demo.columns import SECOND_READER
from registry.demo.commentaries import NAME as COMMENTARIES_NAME
from registry.demo.examples import example_digests
from registry.storage import collections
from registry.storage.removing import remove
from registry.storage.tables import (
    ArticleRow,
    AuthorRow,
    CollectionRow,
    PersonRow,
    PredictionRow,
    QuestionRow,
    ReminderScheduleRow,
)


def remove_demo(session: Session) -> int:
    """Remove everything that the demo put on record; returns how many predictions went.

    Predictions that somebody made from the example articles are theirs and stay.
    """
    found = [collections.named(session, name) for name in (COLUMNS_NAME, COMMENTARIES_NAME)]
    removed = sum(_remove_collection(session, row) for row in found if row is not None)
    articles = _ids(session, ArticleRow, col(ArticleRow.sha256).in_(example_digests()))
    remove(session, "article", articles)
    remove(session, "person", _ids(session, PersonRow, col(PersonRow.name) == SECOND_READER))
    return removed


def _remove_collection(session: Session, collection: CollectionRow) -> int:
    entered_at = collection.created_at
    predictions = _ids(session, PredictionRow, col(PredictionRow.collection_id) == collection.id)
    rollups.remember(session, predictions)
    removed = remove(session, "prediction", predictions)
    rollups.settle(session)
    still_named = select(PredictionRow.author_id)
    as_entered = select(PredictionRow.author_id_as_entered)
    idle = _ids(
        session,
        AuthorRow,
        col(AuthorRow.created_at) == entered_at,
        col(AuthorRow.id).not_in(still_named),
        col(AuthorRow.id).not_in(as_entered),
    )
    asked = _ids(session, QuestionRow, col(QuestionRow.created_at) == entered_at)
    schedules = _ids(
        session,
        ReminderScheduleRow,
        col(ReminderScheduleRow.collection_id).in_([collection.id]) | col(ReminderScheduleRow.author_id).in_(idle),
    )
    remove(session, "reminder_schedule", schedules)
    remove(session, "question", asked)
    remove(session, "author", idle)
    remove(session, "collection", [collection.id])
    return removed


def _ids(session: Session, table: Any, *conditions: Any) -> Sequence[UUID]:
    return session.exec(select(table.id).where(*conditions)).all()
