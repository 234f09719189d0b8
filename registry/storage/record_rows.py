"""Predictions as rows of a track record, read by the columns that scores need and no others."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row
from sqlmodel import Session, col, select

from registry.domain.due import DueFacts, is_late, status_at
from registry.domain.judging import Judgement, in_force
from registry.domain.record_rows import RecordRow
from registry.domain.vocabulary import Kind, MadeOnBasis, Outcome, ProbabilityBasis, Status
from registry.storage.judgements import of_predictions, value_of
from registry.storage.tables import PredictionRow

AT_ONCE = 5000
"""Predictions read in one go; SQLite takes no more than 32,766 parameters."""

_P = PredictionRow
COLUMNS: tuple[Any, ...] = tuple(
    col(column)
    for column in (
        _P.id, _P.author_id, _P.collection_id, _P.question_id, _P.kind, _P.outcome, _P.share, _P.known_on, _P.late,
        _P.probability, _P.probability_low, _P.probability_high, _P.probability_basis, _P.baseline, _P.made_on,
        _P.made_on_basis, _P.sense, _P.statement, _P.due_on, _P.due_at, _P.condition_met, _P.withdrawn_at,
        _P.created_at, _P.time_zone,
    )
)  # fmt: skip


def read_rows(session: Session, *conditions: ColumnElement[bool]) -> Iterator[Row[Any]]:
    """The columns of the predictions that fulfil the conditions, ordered by author."""
    for part in read_parts(session, *conditions):
        yield from part


def read_parts(session: Session, *conditions: ColumnElement[bool]) -> Iterator[Sequence[Row[Any]]]:
    """The same in parts of at most `AT_ONCE` rows."""
    query = select(*COLUMNS).where(*conditions).order_by(col(_P.author_id), col(_P.id))
    yield from session.execute(query.execution_options(yield_per=AT_ONCE)).partitions()


def rows_at(
    session: Session, as_of: datetime, now: datetime, *conditions: ColumnElement[bool]
) -> Iterator[tuple[UUID, RecordRow]]:
    """Id and row of the predictions as they stood at `as_of`: what was entered, withdrawn and judged by then.

    Corrections of words, days and probabilities made since then are in force, as they are everywhere.
    """
    for part in read_parts(session, col(_P.created_at) <= as_of, *conditions):
        if as_of >= now:
            yield from ((row.id, record_row(row, as_of)) for row in part)
        else:
            yield from _as_they_stood(session, part, as_of)


def record_row(row: Any, as_of: datetime) -> RecordRow:
    """A prediction's columns as a row of a record; `as_of` tells open from due."""
    outcome = Outcome(row.outcome) if row.outcome else None
    facts = DueFacts(row.due_at, outcome is not None, row.withdrawn_at is not None, row.condition_met)
    return _row(row, status_at(facts, as_of), outcome, row.share, row.known_on, row.late)


def _as_they_stood(session: Session, rows: Sequence[Row[Any]], as_of: datetime) -> Iterator[tuple[UUID, RecordRow]]:
    judgements = of_predictions(session, [row.id for row in rows])
    for row in rows:
        held = in_force(map(value_of, judgements.get(row.id, [])), as_of)
        yield row.id, _past_row(row, held, as_of)


def _past_row(row: Row[Any], held: Judgement | None, as_of: datetime) -> RecordRow:
    was_withdrawn = row.withdrawn_at is not None and row.withdrawn_at <= as_of
    status = status_at(DueFacts(row.due_at, held is not None, was_withdrawn, row.condition_met), as_of)
    known_on = held.known_on if held else None
    late = is_late(row.created_at, known_on, row.due_on, row.time_zone)
    return _row(row, status, held.outcome if held else None, held.share if held else None, known_on, late)


def _row(
    row: Any, status: Status, outcome: Outcome | None, share: float | None, known_on: Any, late: bool
) -> RecordRow:
    basis = row.probability_basis
    return RecordRow(
        status=status,
        kind=Kind(row.kind),
        outcome=outcome,
        share=share,
        probability=row.probability,
        probability_low=row.probability_low,
        probability_high=row.probability_high,
        probability_basis=ProbabilityBasis(basis) if basis else None,
        baseline=row.baseline,
        late=late,
        made_on=row.made_on,
        made_on_basis=MadeOnBasis(row.made_on_basis),
        author=row.author_id,
        question=row.question_id,
        sense=row.sense,
        statement=row.statement,
        due_on=row.due_on,
        known_on=known_on,
    )
