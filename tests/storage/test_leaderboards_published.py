"""The board of a data set whose order somebody else has published."""

import pytest
from sqlmodel import Session

from registry.actions.acting import Actor
from registry.actions.importing import import_rows
from registry.actions.recomputing import recompute
from registry.intake.prediction_file import rows_of, survey
from registry.schemas.leaderboards import LeaderboardFilter
from registry.storage.leaderboards import present, standings
from tests.databases import NOW as EARLIER
from tests.published_scores import BUZZFEED_2016
from tests.shared_folder import SHARED, needs_shared

NOW = EARLIER.replace(year=2027)
FILE = SHARED / "datasets" / "buzzfeed2016_trump_by_state.csv"


@needs_shared
def test_an_imported_file_becomes_the_published_board(session: Session, actor: Actor) -> None:
    import_rows(session, actor, survey(FILE), rows_of(FILE), now=NOW, zone="UTC")
    session.commit()
    assert recompute(session, now=NOW).n_differing == 0
    wanted = LeaderboardFilter()
    board = present(session, standings(session, wanted, as_of=NOW, now=NOW), wanted, NOW)
    assert board.n_rows == 9 * 51
    by_brier = sorted(board.lines, key=lambda line: line.brier or 0)
    assert [line.author.name for line in by_brier] == list(BUZZFEED_2016)
    for line in by_brier:
        assert line.brier == pytest.approx(BUZZFEED_2016[line.author.name][0], abs=0.0002)
        # All nine called the same fifty-one states: none can be told from the next, and shrunk ones stand close.
        assert line.shrunk_skill is not None
        assert line.skill is not None
        assert line.brier_low is not None
        assert line.brier_low < 0.0744
