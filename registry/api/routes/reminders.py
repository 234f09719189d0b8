"""Reminders of predictions, how often they come, and calendars and feeds of what is due."""

import secrets
from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from registry.actions import feed_tokens, reminder_schedules
from registry.api.registry_route import PREFIX, registry_router
from registry.api.work import UnitOfWork, Work
from registry.domain.errors import NotAuthenticated
from registry.domain.keys import RANDOM_BYTES, is_key, prefix_of
from registry.notifiers import calendar, feed
from registry.schemas.reminders import FeedToken, Reminder, ReminderSchedule, ReminderScheduleNew
from registry.storage import feed_tokens as tokens
from registry.storage import reminder_schedules as stored
from registry.storage.predictions import row_of
from registry.storage.reminders import of_prediction

router = registry_router("reminders")

NAME = "Predictions that fall due"
Token = Annotated[str, Query(max_length=100, description="From `POST /feed-token`.")]


@router.get("/predictions/{prediction_id}/reminders")
def list_reminders(work: Work, prediction_id: UUID) -> list[Reminder]:
    """Who was reminded of the prediction, when, by which channels, and whether it arrived."""
    return of_prediction(work.session, row_of(work.session, prediction_id).id)


@router.get("/reminder-schedules")
def list_schedules(work: Work) -> list[ReminderSchedule]:
    """How often somebody is reminded. Where none is set: three days before, when due, then every five days."""
    return stored.present(work.session, stored.read_all(work.session))


@router.put("/reminder-schedules")
def set_schedule(work: Work, new: ReminderScheduleNew) -> ReminderSchedule:
    """Set the schedule of an author, of a collection, or with neither of the whole registry."""
    return reminder_schedules.put(work.session, work.actor, new, now=work.now)


@router.delete("/reminder-schedules/{schedule_id}", status_code=204)
def remove_schedule(work: Work, schedule_id: UUID) -> None:
    """Let the next wider schedule hold again."""
    reminder_schedules.remove(work.session, work.actor, schedule_id, now=work.now)


@router.post("/feed-token", status_code=201)
def make_feed_token(work: Work) -> FeedToken:
    """Make addresses of a calendar and a feed that need no key; those made before stop working."""
    work.headers["Cache-Control"] = "no-store"
    token = feed_tokens.make_token(work.session, work.actor, random=secrets.token_bytes(RANDOM_BYTES), now=work.now)
    place = f"{work.installation.settings.api_url.rstrip('/')}{PREFIX}"
    return FeedToken(token=token, calendar=f"{place}/due.ics?token={token}", feed=f"{place}/due.atom?token={token}")


@router.delete("/feed-token", status_code=204)
def revoke_feed_token(work: Work) -> None:
    """Close the addresses of your calendar and feed."""
    feed_tokens.revoke_token(work.session, work.actor, now=work.now)


@router.get("/due.ics", response_class=Response)
def read_calendar(work: Work, token: Token) -> Response:
    """What waits to be judged, and what falls due within a year, as a calendar to subscribe to."""
    _check(work, token)
    entries = tokens.read_entries(work.session, _home(work), due_to=work.now + tokens.AHEAD)
    return Response(calendar.calendar_of(entries, name=NAME, now=work.now), media_type=calendar.MEDIA_TYPE)


@router.get("/due.atom", response_class=Response)
def read_feed(work: Work, token: Token) -> Response:
    """What can be judged now, the latest first, as a feed to subscribe to."""
    _check(work, token)
    entries = tokens.read_entries(work.session, _home(work), due_to=work.now)
    written = feed.feed_of(entries, title=NAME, home=_home(work), now=work.now)
    return Response(written, media_type=feed.MEDIA_TYPE)


def _check(work: UnitOfWork, token: str) -> None:
    prefix = prefix_of(token)
    digest = tokens.digest_of(work.session, prefix) if prefix else None
    if digest is None or not is_key(token, digest):
        raise NotAuthenticated("This token opens nothing, or no more. Make one with `POST /feed-token`.")


def _home(work: UnitOfWork) -> str:
    return work.installation.settings.dashboard_url
