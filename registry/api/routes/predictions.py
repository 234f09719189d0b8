"""Predictions: recorded, listed, corrected, withdrawn, put off."""

from typing import Annotated
from uuid import UUID

from fastapi import Query

from registry.actions import batches, due
from registry.actions import correcting_predictions as correcting
from registry.actions import predictions as actions
from registry.api.paging import Paging
from registry.api.preconditions import IfVersion
from registry.api.registry_route import registry_router
from registry.api.work import Work
from registry.schemas.filters import PredictionCount, PredictionFilter, PredictionNarrowing
from registry.schemas.pages import Page
from registry.schemas.predictions import (
    BatchReport,
    Prediction,
    PredictionBatch,
    PredictionChange,
    PredictionDetail,
    PredictionNew,
    Snooze,
    Withdraw,
)
from registry.storage import predictions as stored
from registry.storage.prediction_details import detail

router = registry_router("predictions")


@router.get("/predictions")
def list_predictions(work: Work, paging: Paging, wanted: Annotated[PredictionFilter, Query()]) -> Page[Prediction]:
    """Predictions that fulfil every filter given. Withdrawn ones only with `status=withdrawn`."""
    return stored.page(work.session, wanted, paging.cursor, paging.limit, work.now)


@router.get("/predictions/count")
def count_predictions(work: Work, wanted: Annotated[PredictionNarrowing, Query()]) -> PredictionCount:
    """How many predictions fulfil every filter given. Withdrawn ones only with `status=withdrawn`."""
    return PredictionCount(n=stored.count(work.session, wanted, work.now))


@router.post("/predictions", status_code=201)
def record_prediction(work: Work, new: PredictionNew) -> Prediction:
    """Put a prediction on record.

    The author is whoever says it; who merely reports it goes into a mention. An unknown author is refused
    with similar names, unless `new_authors` is `create`. The same author, words, days and source are a
    conflict.
    """
    zone = work.installation.settings.time_zone
    made = actions.record(work.session, work.actor, new, now=work.now, zone=zone)
    work.created_at(f"/predictions/{made.id}")
    return made


@router.post(
    "/predictions/batch",
    status_code=201,
    responses={200: {"model": BatchReport, "description": "What a dry run found."}},
)
def record_predictions(
    work: Work,
    batch: PredictionBatch,
    dry_run: Annotated[bool, Query(description="Answer what would happen, and record nothing.")] = False,
) -> BatchReport:
    """Put up to 1,000 predictions on record, all or none. Faults name the index, such as `3.due_on`."""
    do = batches.try_batch if dry_run else batches.record_batch
    if dry_run:
        work.discard()
        work.status = 200
    return do(
        work.session,
        work.actor,
        batch.predictions,
        now=work.now,
        zone=work.installation.settings.time_zone,
        new_authors=batch.new_authors,
    )


@router.get("/predictions/{prediction_id}")
def read_prediction(work: Work, prediction_id: UUID) -> PredictionDetail:
    """One prediction with where it was said and how it was judged."""
    return detail(work.session, prediction_id, work.now)


@router.patch("/predictions/{prediction_id}")
def correct_prediction(work: Work, prediction_id: UUID, change: PredictionChange, if_version: IfVersion) -> Prediction:
    """Correct what was entered wrongly; fields that are not sent stay as they are.

    A changed mind of the author is a new prediction that `revises` this one. Once judged, what the judgement
    was about is fixed until it is retracted.
    """
    return correcting.change(work.session, work.actor, prediction_id, change, now=work.now, if_version=if_version)


@router.post("/predictions/{prediction_id}/withdraw")
def withdraw_prediction(work: Work, prediction_id: UUID, why: Withdraw, if_version: IfVersion) -> Prediction:
    """Take a prediction off the record. It stays readable as a tombstone with the reason."""
    return actions.withdraw(work.session, work.actor, prediction_id, why.reason, now=work.now, if_version=if_version)


@router.post("/predictions/{prediction_id}/snooze")
def snooze_prediction(work: Work, prediction_id: UUID, snooze: Snooze, if_version: IfVersion) -> Prediction:
    """Too early to tell: look again on the given day. The due window stays as it was said."""
    return due.snooze(
        work.session,
        work.actor,
        prediction_id,
        snooze.until,
        snooze.reason,
        now=work.now,
        if_version=if_version,
    )
