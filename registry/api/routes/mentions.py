"""Mentions of a prediction."""

from uuid import UUID

from registry.actions import mentions as actions
from registry.api.registry_route import registry_router
from registry.api.work import Work
from registry.schemas.mentions import Mention, MentionNew
from registry.storage.prediction_details import mentions_of
from registry.storage.predictions import row_of

router = registry_router("predictions")


@router.get("/predictions/{prediction_id}/mentions")
def list_mentions(work: Work, prediction_id: UUID) -> list[Mention]:
    """Where the prediction was made, in the order in which the places were entered."""
    return mentions_of(work.session, row_of(work.session, prediction_id).id)


@router.post("/predictions/{prediction_id}/mentions", status_code=201)
def add_mention(work: Work, prediction_id: UUID, new: MentionNew) -> Mention:
    """Add a place: a repetition, or a better source. With a stored article the quote is checked."""
    return actions.add(work.session, work.actor, prediction_id, new, now=work.now)
