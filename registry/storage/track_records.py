"""The rows that a track record is computed from."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, or_
from sqlmodel import Session, col, select

from registry.domain.due import DueFacts, is_late, status_at
from registry.domain.judging import Judgement, in_force
from registry.domain.record_rows import RecordRow
from registry.domain.track_record import track_record
from registry.domain.vocabulary import Kind, MadeOnBasis, Outcome, ProbabilityBasis
from registry.schemas.authors import AuthorBrief
from registry.schemas.track_records import TrackRecord, TrackRecordFilter
from registry.storage.collections import at_slug
from registry.storage.judgements import of_predictions, value_of
from registry.storage.tables import AuthorRow, CollectionRow, PredictionRow, TagRow


def of_author(
    session: Session, author: AuthorRow, wanted: TrackRecordFilter, *, as_of: datetime, now: datetime
) -> TrackRecord:
    """An author's record as it stood at `as_of`: what was entered, withdrawn and judged by then.

    Raises Missing for a collection that does not exist.
    """
    rows = _rows(session, author.id, wanted, as_of)
    outcomes = _held_at(session, [row.id for row in rows], as_of) if as_of < now else None
    record = track_record((_record_row(row, outcomes, as_of) for row in rows), as_of=as_of)
    return TrackRecord.model_validate(
        record,
        from_attributes=True,
        update={
            "author": AuthorBrief(slug=author.slug, name=author.name),
            "collection": wanted.collection,
            "tag": wanted.tag,
        },
    )


def _rows(
    session: Session, author_id: UUID, wanted: TrackRecordFilter, as_of: datetime
) -> list[PredictionRow]:
    query = select(PredictionRow).where(
        col(PredictionRow.author_id) == author_id,
        col(PredictionRow.created_at) <= as_of,
        *_conditions(session, wanted),
    )
    return list(session.exec(query).all())


def _conditions(session: Session, wanted: TrackRecordFilter) -> Iterable[ColumnElement[bool]]:
    collection_id = col(PredictionRow.collection_id)
    if wanted.collection is not None:
        yield collection_id == at_slug(session, wanted.collection).id
    else:
        separate = select(CollectionRow.id).where(col(CollectionRow.separate))
        yield or_(collection_id.is_(None), collection_id.not_in(separate))
    if wanted.tag is not None:
        tagged = select(TagRow.prediction_id).where(col(TagRow.name) == wanted.tag.lower())
        yield col(PredictionRow.id).in_(tagged)
    if wanted.basis is not None:
        yield col(PredictionRow.probability_basis) == wanted.basis


def _held_at(session: Session, ids: list[UUID], as_of: datetime) -> dict[UUID, Judgement | None]:
    found = of_predictions(session, ids)
    return {row_id: in_force(map(value_of, found.get(row_id, [])), as_of) for row_id in ids}


def _record_row(
    row: PredictionRow, outcomes: dict[UUID, Judgement | None] | None, as_of: datetime
) -> RecordRow:
    held = _outcome_of(row) if outcomes is None else _outcome_in(outcomes[row.id])
    facts = DueFacts(
        due_at=row.due_at,
        judged=held["outcome"] is not None,
        withdrawn=row.withdrawn_at is not None and row.withdrawn_at <= as_of,
        condition_met=row.condition_met,
    )
    known_on = held.pop("known_on")
    return RecordRow(
        status=status_at(facts, as_of),
        kind=Kind(row.kind),
        probability=row.probability,
        probability_low=row.probability_low,
        probability_high=row.probability_high,
        probability_basis=ProbabilityBasis(row.probability_basis) if row.probability_basis else None,
        baseline=row.baseline,
        late=is_late(row.created_at, known_on, row.due_on, row.time_zone),
        made_on=row.made_on,
        made_on_basis=MadeOnBasis(row.made_on_basis),
        author=row.author_id,
        question=row.question_id,
        sense=row.sense,
        statement=row.statement,
        due_on=row.due_on,
        **held,
    )


def _outcome_of(row: PredictionRow) -> dict[str, Any]:
    return {
        "outcome": Outcome(row.outcome) if row.outcome else None,
        "share": row.share,
        "known_on": row.known_on,
    }


def _outcome_in(judgement: Judgement | None) -> dict[str, Any]:
    if judgement is None:
        return {"outcome": None, "share": None, "known_on": None}
    return {"outcome": judgement.outcome, "share": judgement.share, "known_on": judgement.known_on}
