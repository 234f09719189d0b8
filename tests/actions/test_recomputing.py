import pytest
from sqlalchemy import update
from sqlmodel import Session, col, select

from registry.actions import judgements
from registry.actions.acting import Actor
from registry.actions.recomputing import SHOWN, Recomputation, recompute
from registry.actions.rollups import settle
from registry.storage.tables import RollupRow, ScoreRow
from tests.claims import put_on_record, verdict
from tests.databases import NOW


@pytest.fixture
def judged(session: Session, actor: Actor) -> None:
    for author in ("Mira Holt", "Jon Ask"):
        made = put_on_record(session, actor, author=author, tags=["war"])
        judgements.judge(session, actor, made.id, verdict("no"), now=NOW)
    put_on_record(session, actor, statement="It will rain tomorrow.")
    settle(session)


def test_what_was_kept_up_to_date_equals_what_is_computed_afresh(session: Session, judged: None) -> None:
    assert recompute(session, now=NOW) == Recomputation(n_scores=2, n_cells=5)


@pytest.mark.parametrize("column", ["brier", "n_unresolved", "probability"])
def test_one_unit_of_difference_is_found_and_put_right(session: Session, judged: None, column: str) -> None:
    session.execute(
        update(RollupRow).where(col(RollupRow.tag) == "war").values({column: getattr(RollupRow, column) + 1})
    )
    found = recompute(session, now=NOW)
    assert (found.n_differing, found.put_right) == (2, False)
    assert "war" in found.differing[0]
    assert recompute(session, now=NOW, write=True).put_right
    assert recompute(session, now=NOW).n_differing == 0


def test_a_wrong_score_is_found_and_put_right(session: Session, judged: None) -> None:
    session.execute(update(ScoreRow).values(brier_units=ScoreRow.brier_units - 1))
    assert recompute(session, now=NOW, write=True).n_differing == 2
    assert recompute(session, now=NOW).n_differing == 0
    assert set(session.exec(select(ScoreRow.brier_units)).all()) == {810_000_000}


def test_lost_scores_and_sums_are_found_and_put_right(session: Session, judged: None) -> None:
    session.execute(ScoreRow.__table__.delete())  # type: ignore[attr-defined]
    session.execute(RollupRow.__table__.delete())  # type: ignore[attr-defined]
    assert recompute(session, now=NOW, write=True).n_differing == 2 + 5
    assert recompute(session, now=NOW).n_differing == 0


def test_of_many_differences_the_first_are_named() -> None:
    result = Recomputation()
    for number in range(SHOWN + 5):
        result.note(str(number))
    assert (result.n_differing, len(result.differing)) == (SHOWN + 5, SHOWN)
