"""What wants a person's attention."""

from typing import Annotated

from fastapi import Query

from registry.api.paging import Paging
from registry.api.registry_route import registry_router
from registry.api.work import Work
from registry.domain.vocabulary import Status, Urgency
from registry.schemas.due import DueList
from registry.schemas.fields import Line
from registry.schemas.filters import PredictionFilter
from registry.storage.due import due_list

router = registry_router("due")


@router.get("/due")
def list_due(
    work: Work,
    paging: Paging,
    urgency: Annotated[Urgency | None, Query(description="Only these; `soon` lists what is not yet due.")] = None,
    collection: Annotated[Line | None, Query(max_length=100, description="Slug.")] = None,
    author: Annotated[Line | None, Query(max_length=200, description="Slug, name or alias.")] = None,
    assignee: Annotated[Line | None, Query(max_length=200, description="Name of a person.")] = None,
) -> DueList:
    """Predictions that can be judged now, the longest due first, with counts of everything that waits.

    Decided by time alone, so nothing is hidden while the scheduler is down.
    """
    wanted = PredictionFilter(
        status=None if urgency else Status.due,
        urgency=urgency,
        collection=collection,
        author=author,
        assignee=assignee,
    )
    return due_list(work.session, wanted, paging.cursor, paging.limit, work.now)
