"""Track records of authors, and the resolved predictions behind them."""

from typing import Annotated

from fastapi import Query

from registry.api.registry_route import registry_router
from registry.api.work import Work
from registry.schemas.resolved import ResolvedFilter, ResolvedPredictions
from registry.schemas.track_records import TrackRecord, TrackRecordFilter
from registry.storage import resolved_predictions
from registry.storage.authors import standing_at
from registry.storage.leaderboards import revision
from registry.storage.record_filters import instant_of
from registry.storage.track_records import next_due, of_author

router = registry_router("authors")


@router.get("/authors/{slug}/track-record")
def read_track_record(work: Work, slug: str, wanted: Annotated[TrackRecordFilter, Query()]) -> TrackRecord:
    """What an author's word has been worth: counts that add up, scores with intervals, calibration.

    Predictions in separate collections, such as demo data, count only where `collection` names them.
    """
    as_of = instant_of(wanted, work.now)
    # Read before the record itself, so that a change in between makes what is kept too old, never too new.
    now_at = revision(work.session)
    records, asked = work.installation.records, f"{slug} {wanted.model_dump_json()}"
    record = records.find(asked, now_at, work.now)
    if record is None:
        author = standing_at(work.session, slug)
        until = None if as_of < work.now else next_due(work.session, author, work.now)
        record = of_author(work.session, author, wanted, as_of=as_of, now=work.now)
        records.keep(asked, now_at, until, record)
    return record.model_copy(update={"as_of": as_of})


@router.get("/authors/{slug}/resolved")
def read_resolved(work: Work, slug: str, wanted: Annotated[ResolvedFilter, Query()]) -> ResolvedPredictions:
    """What stands behind a record: the latest outcomes, best and worst calls with quotes, what could not be scored.

    The same filters as for the record. A call is a statement that the author clearly thought likely or unlikely.
    """
    as_of = instant_of(wanted, work.now)
    now_at = revision(work.session)
    kept, asked = work.installation.resolved, f"{slug} {wanted.model_dump_json()}"
    found = kept.find(asked, now_at, work.now)
    if found is None:
        author = standing_at(work.session, slug)
        read = resolved_predictions.of_author(work.session, author, wanted, as_of=as_of, now=work.now)
        found = kept.keep(asked, now_at, None, read)
    return found.model_copy(update={"as_of": as_of})
