"""The leaderboard."""

from datetime import datetime
from typing import Annotated

from fastapi import Query

from registry.api.registry_route import registry_router
from registry.api.work import UnitOfWork, Work
from registry.schemas.leaderboards import Leaderboard, LeaderboardFilter
from registry.storage.leaderboards import Standings, present, revision, standings
from registry.storage.record_filters import instant_of

router = registry_router("leaderboard")


@router.get("/leaderboard")
def read_leaderboard(work: Work, wanted: Annotated[LeaderboardFilter, Query()]) -> Leaderboard:
    """Authors in the order of what is proved at least; who cannot be ranked yet stands below, with the reason.

    Predictions in separate collections count only where `collection` names them, and predictions that only
    their entry dates before their outcome never count.
    """
    as_of = instant_of(wanted, work.now)
    # Read before the board itself, so that a change in between makes what is kept too old, never too new.
    now_at = revision(work.session)
    boards, asked = work.installation.boards, wanted.model_dump_json()
    board = boards.find(asked, now_at, work.now)
    if board is None:
        found = _standings(work, wanted, now_at, as_of)
        board = boards.keep(asked, now_at, None, present(work.session, found, wanted, as_of))
    return board.model_copy(update={"as_of": as_of})


def _standings(work: UnitOfWork, wanted: LeaderboardFilter, now_at: int, as_of: datetime) -> Standings:
    kept, asked = work.installation.standings, wanted.model_dump_json(exclude={"limit", "offset"})
    found = kept.find(asked, now_at, work.now)
    if found is None:
        found = standings(work.session, wanted, as_of=as_of, now=work.now)
        kept.keep(asked, now_at, None, found)
    return found
