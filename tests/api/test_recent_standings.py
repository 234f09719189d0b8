from fastapi.testclient import TestClient

from registry.api.recent_standings import MOST, RecentStandings
from registry.schemas.leaderboards import LeaderboardFilter
from registry.storage.engine import SessionFactory
from tests.api.routes.test_judgements import judge
from tests.api.routes.test_predictions import post
from tests.databases import NOW


def test_a_board_is_computed_again_only_after_a_change(client: TestClient, sessions: SessionFactory) -> None:
    recent = RecentStandings()
    with sessions() as session:
        first = recent.of(session, LeaderboardFilter(), NOW, NOW)
        assert recent.of(session, LeaderboardFilter(limit=5), NOW, NOW) is first
    made = post(client, made_on_basis="printed")
    with sessions() as session:
        second = recent.of(session, LeaderboardFilter(), NOW, NOW)
        assert len(second.lines) == 1
    judge(client, made["id"])
    with sessions() as session:
        assert recent.of(session, LeaderboardFilter(), NOW, NOW).n_rows == 1


def test_only_the_latest_boards_are_kept(sessions: SessionFactory) -> None:
    recent = RecentStandings()
    with sessions() as session:
        first = recent.of(session, LeaderboardFilter(minimum=0), NOW, NOW)
        for minimum in range(1, MOST + 1):
            recent.of(session, LeaderboardFilter(minimum=minimum), NOW, NOW)
        assert recent.of(session, LeaderboardFilter(minimum=0), NOW, NOW) is not first
