"""From the filter of a record or a board to conditions on rows, and on kept sums where those suffice."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import ColumnElement, or_, select
from sqlmodel import Session, col

from registry.domain.errors import Fault, Invalid
from registry.schemas.track_records import RecordFilter
from registry.storage.collections import at_slug
from registry.storage.tables import CollectionRow, MentionRow, PredictionRow, RollupRow, TagRow
from registry.storage.tables.rollups import ALL_TAGS

Condition = ColumnElement[bool]

# Columns of the tables themselves: conditions on mapped attributes take several times as long to put together.
PREDICTION: Any = PredictionRow.__table__.c  # type: ignore[attr-defined]
ROLLUP: Any = RollupRow.__table__.c  # type: ignore[attr-defined]
_COLLECTION: Any = CollectionRow.__table__.c  # type: ignore[attr-defined]
_SEPARATE = select(_COLLECTION.id).where(_COLLECTION.separate)


def instant_of(wanted: RecordFilter, now: datetime) -> datetime:
    """The instant that a record or board is of; the day that is not over yet is told as of now.

    Raises Invalid for an instant in the future.
    """
    if wanted.as_of is None or wanted.as_of == datetime.combine(now.astimezone(UTC).date(), time.max, UTC):
        return now
    if wanted.as_of > now:
        message = "lies in the future; nobody knows what will have been judged by then"
        raise Invalid(f"as_of {message}.", [Fault("as_of", message)])
    return wanted.as_of


def row_conditions(session: Session, wanted: RecordFilter) -> Iterator[Condition]:
    """What a prediction has to fulfil. Raises Missing for a collection that does not exist."""
    row = PREDICTION
    yield scope(session, wanted, row.collection_id)
    equal: list[tuple[Any, Any]] = [
        (row.probability_basis, wanted.basis),
        (row.kind, wanted.kind),
        (row.hedge, wanted.hedge),
    ]
    yield from (column == value for column, value in equal if value is not None)
    if wanted.made_from is not None:
        yield row.made_on >= wanted.made_from
    if wanted.made_to is not None:
        yield row.made_on <= wanted.made_to
    if wanted.tag is not None:
        tagged = select(col(TagRow.prediction_id)).where(col(TagRow.name) == wanted.tag.lower())
        yield row.id.in_(tagged)
    yield from _mentioned(wanted)


def scope(session: Session, wanted: RecordFilter, collection_id: Any) -> Condition:
    """The collection asked for, else all that are not separate. Raises Missing as `row_conditions` does."""
    if wanted.collection is not None:
        named: Condition = collection_id == at_slug(session, wanted.collection).id
        return named
    return or_(collection_id.is_(None), collection_id.not_in(_SEPARATE))


def sums_suffice(wanted: RecordFilter) -> bool:
    """Whether the kept sums can answer: now, by whole months, and by nothing that cells do not know."""
    others = (wanted.as_of, wanted.kind, wanted.hedge, wanted.outlet, wanted.reported_by)
    if any(value is not None for value in others):
        return False
    starts_a_month = wanted.made_from is None or wanted.made_from.day == 1
    return starts_a_month and (wanted.made_to is None or _ends_a_month(wanted.made_to))


def cell_conditions(session: Session, wanted: RecordFilter) -> Iterator[Condition]:
    """What a cell has to fulfil, where `sums_suffice`. Raises Missing as `row_conditions` does."""
    cell = ROLLUP
    yield cell.tag == (ALL_TAGS if wanted.tag is None else wanted.tag.lower())
    yield scope(session, wanted, cell.collection_id)
    if wanted.basis is not None:
        yield cell.basis == wanted.basis
    if wanted.made_from is not None:
        yield cell.month >= month_of(wanted.made_from)
    if wanted.made_to is not None:
        yield cell.month <= month_of(wanted.made_to)


def month_of(day: date) -> str:
    """The month of a day as cells name it: 2025-08."""
    return day.isoformat()[:7]


def _mentioned(wanted: RecordFilter) -> Iterator[Condition]:
    asked = [(col(MentionRow.outlet), wanted.outlet), (col(MentionRow.reported_by), wanted.reported_by)]
    held = [column == value for column, value in asked if value is not None]
    if held:
        yield PREDICTION.id.in_(select(col(MentionRow.prediction_id)).where(*held))


def _ends_a_month(day: date) -> bool:
    return day.day == monthrange(day.year, day.month)[1]
