"""The leaderboard."""

from typing import Annotated

from fastapi import Query

from registry.api.registry_route import registry_router
from registry.api.work import Work
from registry.schemas.leaderboards import Leaderboard, LeaderboardFilter
from registry.storage.leaderboards import present
from registry.storage.record_filters import instant_of

router = registry_router("leaderboard")


@router.get("/leaderboard")
def read_leaderboard(work: Work, wanted: Annotated[LeaderboardFilter, Query()]) -> Leaderboard:
    """Authors in the order of what is proved at least; who cannot be ranked yet stands below, with the reason.

    Predictions in separate collections count only where `collection` names them, and predictions that only
    their entry dates before their outcome never count.
    """
    as_of = instant_of(wanted, work.now)
    found = work.installation.boards.of(work.session, wanted, as_of, work.now)
    return present(work.session, found, wanted, as_of)
