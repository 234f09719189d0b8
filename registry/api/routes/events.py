"""History: what was done, by whom, when."""

from typing import Annotated
from uuid import UUID

from fastapi import Query

from registry.api.registry_route import registry_router
from registry.api.work import UnitOfWork, Work
from registry.domain.vocabulary import Role
from registry.schemas.events import Event
from registry.schemas.pages import Page
from registry.storage import events as stored

router = registry_router("history")

_ABOUT_PERSONS = {"person", "key"}


@router.get("/events")
def list_events(
    work: Work,
    after: Annotated[
        int,
        Query(ge=0, le=2**63 - 1, description="Position of the last event you have; 0 for the first page."),
    ] = 0,
    limit: Annotated[int, Query(ge=1, le=200, description="How many events at most.")] = 50,
) -> Page[Event]:
    """All of history in order of position; `next_cursor` is the `after` of the next page.

    A change gets its position within a minute of being made. Words of events about persons and keys are
    shown to admins only.
    """
    rows = stored.read_events(work.session, after, limit + 1)
    items = [_as_seen(work, event) for event in stored.present(work.session, rows[:limit])]
    next_cursor = str(items[-1].position) if len(rows) > limit else None
    return Page[Event](items=items, next_cursor=next_cursor)


@router.get("/predictions/{prediction_id}/history")
def read_history(work: Work, prediction_id: UUID) -> Page[Event]:
    """All that happened to a prediction, its mentions and judgements, the oldest first, on one page."""
    rows = stored.read_history(work.session, prediction_id)
    return Page[Event](items=stored.present(work.session, rows))


def _as_seen(work: UnitOfWork, event: Event) -> Event:
    if event.noun in _ABOUT_PERSONS and work.actor.role != Role.admin:
        return event.model_copy(update={"texts": {}})
    return event
