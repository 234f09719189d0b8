"""Track records of authors."""

from typing import Annotated

from fastapi import Query

from registry.api.registry_route import registry_router
from registry.api.work import Work
from registry.schemas.track_records import TrackRecord, TrackRecordFilter
from registry.storage.authors import standing_at
from registry.storage.record_filters import instant_of
from registry.storage.track_records import of_author

router = registry_router("authors")


@router.get("/authors/{slug}/track-record")
def read_track_record(work: Work, slug: str, wanted: Annotated[TrackRecordFilter, Query()]) -> TrackRecord:
    """What an author's word has been worth: counts that add up, scores with intervals, calibration.

    Predictions in separate collections, such as demo data, count only where `collection` names them.
    """
    as_of = instant_of(wanted, work.now)
    return of_author(work.session, standing_at(work.session, slug), wanted, as_of=as_of, now=work.now)
