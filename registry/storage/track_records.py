"""Track records of authors: from the kept sums where those suffice, else from the rows themselves."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import or_
from sqlmodel import Session, col, func, select

from registry.domain.record_details import RecordDetails, record_details
from registry.domain.record_rows import RecordRow
from registry.domain.tally import Tally, tally
from registry.domain.track_record import record_of_tally
from registry.domain.vocabulary import Kind
from registry.schemas.authors import AuthorBrief
from registry.schemas.track_records import RecordFilter, TrackRecord, TrackRecordDetails, TrackRecordFilter
from registry.storage import peers, rollups
from registry.storage.parts import in_parts
from registry.storage.record_filters import PREDICTION, ROLLUP, cell_conditions, row_conditions, sums_suffice
from registry.storage.record_rows import AT_ONCE, rows_at
from registry.storage.tables import AuthorRow, TagRow


def of_author(
    session: Session, author: AuthorRow, wanted: TrackRecordFilter, *, as_of: datetime, now: datetime
) -> TrackRecord:
    """An author's record as it stood at `as_of`: what was entered, withdrawn and judged by then.

    Raises Missing for a collection that does not exist.
    """
    rows = None
    if wanted.detailed or not sums_suffice(wanted):
        rows = read(session, author.id, wanted, as_of=as_of, now=now)
    kept = from_sums(session, author.id, wanted, as_of) if rows is None else tally(row for _, row in rows)
    compared = peers.of_author(session, author.id, wanted, as_of=as_of, now=now)
    record = record_of_tally(kept, as_of=as_of, peer_scores=compared)
    return TrackRecord.model_validate(
        record,
        from_attributes=True,
        update={
            "author": AuthorBrief(slug=author.slug, name=author.name),
            "collection": wanted.collection,
            "tag": wanted.tag,
            "details": _present(_details(session, rows)) if wanted.detailed and rows is not None else None,
        },
    )


def read(
    session: Session, author_id: UUID, wanted: RecordFilter, *, as_of: datetime, now: datetime
) -> list[tuple[UUID, RecordRow]]:
    """Id and row of the author's predictions that the filter lets through, as they stood at `as_of`."""
    conditions = [PREDICTION.author_id == author_id, *row_conditions(session, wanted)]
    return list(rows_at(session, as_of, now, *conditions))


def from_sums(session: Session, author_id: UUID, wanted: RecordFilter, now: datetime) -> Tally:
    """What those predictions sum up to at `now`, from the kept sums; the filter is one they suffice for."""
    conditions = [ROLLUP.author_id == author_id, *cell_conditions(session, wanted)]
    return rollups.total(session, _n_due(session, author_id, wanted, now), *conditions)


def _n_due(session: Session, author_id: UUID, wanted: RecordFilter, now: datetime) -> int:
    row = PREDICTION
    query = select(func.count()).where(
        row.author_id == author_id,
        row.outcome.is_(None),
        row.withdrawn_at.is_(None),
        row.kind != Kind.announcement,
        or_(row.due_at <= now, row.condition_met.is_(False)),
        *row_conditions(session, wanted),
    )
    return session.exec(query).one()


def next_due(session: Session, author: AuthorRow, now: datetime) -> datetime | None:
    """The instant at which the author's next prediction falls due and the record changes by time alone."""
    row = PREDICTION
    query = select(func.min(row.due_at)).where(
        row.author_id == author.id, row.outcome.is_(None), row.withdrawn_at.is_(None), row.due_at > now
    )
    found: datetime | None = session.exec(query).one()
    return found


def _details(session: Session, rows: list[tuple[UUID, RecordRow]]) -> RecordDetails:
    tags: dict[UUID, list[str]] = {}
    for part in in_parts((row_id for row_id, _ in rows), AT_ONCE):
        among = col(TagRow.prediction_id).in_(part)
        for prediction_id, name in session.exec(select(TagRow.prediction_id, TagRow.name).where(among)):
            tags.setdefault(prediction_id, []).append(name)
    return record_details([(row, tags.get(row_id, [])) for row_id, row in rows])


def _present(details: RecordDetails) -> TrackRecordDetails:
    return TrackRecordDetails.model_validate(details, from_attributes=True)
