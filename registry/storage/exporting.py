"""Predictions on record as rows of an export, in the columns that an import reads."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, or_
from sqlmodel import Session, col, select

from registry.domain.judging import in_force
from registry.schemas.exports import ExportFilter
from registry.storage.collections import at_slug
from registry.storage.judgements import of_predictions, value_of
from registry.storage.mention_places import PlacedMention, mentions_of
from registry.storage.prediction_filters import ON_RECORD, conditions
from registry.storage.tables import (
    AuthorRow,
    CollectionRow,
    JudgementRow,
    PredictionRow,
    QuestionRow,
    TagRow,
)

AT_ONCE = 1000
OWN = (
    "statement", "made_on", "due_on", "probability", "ref", "sense", "probability_low", "probability_high",
    "probability_basis", "baseline", "baseline_source", "due_from", "kind", "condition", "language", "time_zone",
    "made_on_basis", "review_on", "horizon_on", "hedge", "grade", "polarity", "due_text",
    "due_rule", "hedge_table_version", "condition_met", "condition_decided_on", "extractor", "extractor_version",
)  # fmt: skip
SAID = ("quote", "archived_address", "reported_by", "outlet", "said_on")
"""Fields of the first mention, beside the place."""

VERDICT = ("known_on", "evidence_url", "archived_url", "citation", "reason", "note")
COLUMNS = (
    "author", *OWN[:4], "outcome", "criteria", *OWN[4:], "source_url", "source", *SAID, "tags", "collection",
    "question", *VERDICT, "known_on_inferred", "muted", "entered_at", "question_wording", "collection_name",
    "collection_separate",
)  # fmt: skip


def read_export(session: Session, wanted: ExportFilter, now: datetime) -> Iterator[list[dict[str, Any]]]:
    """What the filter lets through at `now`, the oldest entry first, in lots; withdrawn ones are left out.

    So are separate collections, unless the filter names one. Of several mentions the first stands in the row, of
    several judgements the one in force. A cell without a value is None. Raises Missing for a collection that does
    not exist.
    """
    if wanted.collection is not None:
        at_slug(session, wanted.collection)
    query = select(PredictionRow).where(ON_RECORD, *_scope(wanted), *conditions(wanted, now))
    last: UUID | None = None
    while True:
        after = query if last is None else query.where(col(PredictionRow.id) > last)
        rows = session.exec(after.order_by(col(PredictionRow.id)).limit(AT_ONCE)).all()
        if not rows:
            return
        last = rows[-1].id
        yield _lot(session, rows)
        session.expunge_all()


def _scope(wanted: ExportFilter) -> Iterator[ColumnElement[bool]]:
    if wanted.collection is None:
        separate = select(col(CollectionRow.id)).where(col(CollectionRow.separate))
        yield or_(col(PredictionRow.collection_id).is_(None), col(PredictionRow.collection_id).not_in(separate))


def _lot(session: Session, rows: Sequence[PredictionRow]) -> list[dict[str, Any]]:
    ids = [row.id for row in rows]
    authors = _by_id(session, AuthorRow, {row.author_id for row in rows})
    collections = _by_id(session, CollectionRow, {row.collection_id for row in rows})
    questions = _by_id(session, QuestionRow, {row.question_id for row in rows})
    places, tags, judgements = mentions_of(session, ids), _tags(session, ids), of_predictions(session, ids)
    return [
        {
            **{name: getattr(row, name) for name in OWN},
            "author": authors[row.author_id].name,
            "criteria": None if row.criteria_missing else row.criteria,
            "tags": tags.get(row.id, []),
            **_collection(collections.get(row.collection_id)),
            **_question(questions.get(row.question_id)),
            **_place(places.get(row.id, [])),
            **_verdict(judgements.get(row.id, [])),
            "muted": row.muted or None,
            "entered_at": row.created_at,
        }
        for row in rows
    ]


def _place(mentions: Sequence[PlacedMention]) -> dict[str, Any]:
    if not mentions:
        return dict.fromkeys(("source_url", "source", *SAID))
    row, (place, *_) = mentions[0]
    return {"source_url": place.address, "source": place.source, **{name: getattr(row, name) for name in SAID}}


def _verdict(judgements: Sequence[JudgementRow]) -> dict[str, Any]:
    held = in_force(map(value_of, judgements))
    row = next((one for one in judgements if held is not None and one.id == held.id), None)
    if row is None:
        return dict.fromkeys(("outcome", *VERDICT, "known_on_inferred"))
    return {
        "outcome": row.outcome if row.share is None else row.share,
        **{name: getattr(row, name) for name in VERDICT},
        "known_on_inferred": row.known_on_inferred or None,
    }


def _tags(session: Session, ids: Sequence[UUID]) -> dict[UUID, list[str]]:
    found: dict[UUID, list[str]] = {}
    query = select(TagRow.prediction_id, TagRow.name).where(col(TagRow.prediction_id).in_(ids))
    for prediction_id, name in session.exec(query.order_by(col(TagRow.name))):
        found.setdefault(prediction_id, []).append(name)
    return found


def _collection(row: CollectionRow | None) -> dict[str, Any]:
    if row is None:
        return dict.fromkeys(("collection", "collection_name", "collection_separate"))
    return {"collection": row.slug, "collection_name": row.name, "collection_separate": row.separate or None}


def _question(row: QuestionRow | None) -> dict[str, Any]:
    if row is None:
        return dict.fromkeys(("question", "question_wording"))
    return {"question": row.slug, "question_wording": row.wording}


def _by_id(session: Session, table: Any, ids: set[Any]) -> dict[Any, Any]:
    wanted = [one for one in ids if one is not None]
    found = session.exec(select(table).where(col(table.id).in_(wanted))).all() if wanted else []
    return {row.id: row for row in found}
