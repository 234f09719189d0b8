"""Predictions on record as rows of an export, in the columns that an import reads."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from registry.domain.judging import in_force
from registry.schemas.exports import ExportFilter
from registry.storage.collections import at_slug
from registry.storage.judgements import of_predictions, value_of
from registry.storage.prediction_filters import ON_RECORD, conditions
from registry.storage.tables import (
    AuthorRow,
    CollectionRow,
    JudgementRow,
    MentionRow,
    PredictionRow,
    QuestionRow,
    TagRow,
)

AT_ONCE = 1000
OWN = (
    "statement", "made_on", "due_on", "probability", "ref", "sense", "probability_low", "probability_high",
    "probability_basis", "baseline", "baseline_source", "due_from", "kind", "condition", "language", "time_zone",
    "made_on_basis", "review_on", "horizon_on", "hedge", "grade", "polarity", "due_text",
)  # fmt: skip
PLACE = {
    "quote": "quote",
    "address": "source_url",
    "source": "source",
    "reported_by": "reported_by",
    "outlet": "outlet",
}
"""Fields of the first mention, and the columns that they stand in."""

VERDICT = ("known_on", "evidence_url", "citation", "reason", "note")
COLUMNS = (
    "author", *OWN[:4], "outcome", "criteria", *OWN[4:], *PLACE.values(), "tags", "collection", "question", *VERDICT,
)  # fmt: skip


def read_export(session: Session, wanted: ExportFilter, now: datetime) -> Iterator[list[dict[str, Any]]]:
    """What the filter lets through at `now`, the oldest entry first, in lots; withdrawn ones are left out.

    Of several mentions the first stands in the row, of several judgements the one in force. A cell without a
    value is None. Raises Missing for a collection that does not exist.
    """
    if wanted.collection is not None:
        at_slug(session, wanted.collection)
    query = select(PredictionRow).where(ON_RECORD, *conditions(wanted, now))
    last: UUID | None = None
    while True:
        after = query if last is None else query.where(col(PredictionRow.id) > last)
        rows = session.exec(after.order_by(col(PredictionRow.id)).limit(AT_ONCE)).all()
        if not rows:
            return
        last = rows[-1].id
        yield _lot(session, rows)
        session.expunge_all()


def _lot(session: Session, rows: Sequence[PredictionRow]) -> list[dict[str, Any]]:
    ids = [row.id for row in rows]
    authors = _names(session, AuthorRow, "name", {row.author_id for row in rows})
    collections = _names(session, CollectionRow, "slug", {row.collection_id for row in rows})
    questions = _names(session, QuestionRow, "slug", {row.question_id for row in rows})
    places, tags, judgements = _first_mentions(session, ids), _tags(session, ids), of_predictions(session, ids)
    return [
        {
            **{name: getattr(row, name) for name in OWN},
            "author": authors[row.author_id],
            "criteria": None if row.criteria_missing else row.criteria,
            "tags": tags.get(row.id, []),
            "collection": collections.get(row.collection_id),
            "question": questions.get(row.question_id),
            **_place(places.get(row.id)),
            **_verdict(judgements.get(row.id, [])),
        }
        for row in rows
    ]


def _place(mention: MentionRow | None) -> dict[str, Any]:
    return {column: getattr(mention, field, None) for field, column in PLACE.items()}


def _verdict(judgements: Sequence[JudgementRow]) -> dict[str, Any]:
    held = in_force(map(value_of, judgements))
    row = next((one for one in judgements if held is not None and one.id == held.id), None)
    if row is None:
        return dict.fromkeys(("outcome", *VERDICT))
    return {
        "outcome": row.outcome if row.share is None else row.share,
        **{name: getattr(row, name) for name in VERDICT},
    }


def _first_mentions(session: Session, ids: Sequence[UUID]) -> dict[UUID, MentionRow]:
    query = select(MentionRow).where(col(MentionRow.prediction_id).in_(ids)).order_by(col(MentionRow.id))
    first: dict[UUID, MentionRow] = {}
    for row in session.exec(query):
        first.setdefault(row.prediction_id, row)
    return first


def _tags(session: Session, ids: Sequence[UUID]) -> dict[UUID, list[str]]:
    found: dict[UUID, list[str]] = {}
    query = select(TagRow.prediction_id, TagRow.name).where(col(TagRow.prediction_id).in_(ids))
    for prediction_id, name in session.exec(query.order_by(col(TagRow.name))):
        found.setdefault(prediction_id, []).append(name)
    return found


def _names(session: Session, table: Any, column: str, ids: set[Any]) -> dict[Any, str]:
    wanted = [one for one in ids if one is not None]
    query = select(table.id, getattr(table, column)).where(col(table.id).in_(wanted))
    return dict(session.exec(query).all()) if wanted else {}
