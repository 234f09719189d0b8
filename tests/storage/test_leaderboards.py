from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlmodel import Session

from registry.actions import collections, judgements, predictions, sealing
from registry.actions.acting import Actor
from registry.actions.rollups import settle
from registry.domain.ranking import Unranked
from registry.schemas.collections import CollectionNew
from registry.schemas.leaderboards import Leaderboard, LeaderboardFilter, LeaderboardLine
from registry.storage.leaderboards import present, revision, standings
from tests.claims import claim, put_on_record, verdict
from tests.databases import NOW

THEN = NOW + timedelta(days=1)
LATER = NOW + timedelta(days=30)


def say(
    session: Session, actor: Actor, author: str, hits: int, misses: int, at: datetime = THEN, **fields: Any
) -> None:
    """Predictions at 80 %, so many of which come true, judged at an instant."""
    usual: dict[str, Any] = {"author": author, "probability": 0.8, "made_on_basis": "printed"}
    news = [claim(statement=f"{author} says number {number}.", **(usual | fields)) for number in range(hits + misses)]
    made = predictions.record_many(session, actor, news, now=NOW, zone="UTC")
    for number, one in enumerate(made):
        new = verdict("yes" if number < hits else "no")
        judgements.judge(session, actor, one.id, new, now=at)
    settle(session)


def board(session: Session, **wanted: Any) -> Leaderboard:
    asked = LeaderboardFilter.model_validate(wanted)
    as_of = asked.as_of or LATER
    found = standings(session, asked, as_of=as_of, now=LATER)
    return present(session, found, asked, as_of)


def by_slug(found: Leaderboard) -> dict[str, LeaderboardLine]:
    return {line.author.slug: line for line in found.lines}


@pytest.fixture
def three(session: Session, actor: Actor) -> None:
    say(session, actor, "Lea Roth", 15, 10)
    say(session, actor, "Mira Holt", 21, 6)
    say(session, actor, "Jon Ask", 3, 0)
    # Judged much later than the others, as ambiguous.
    made = put_on_record(session, actor, statement="It may rain on Monday.", made_on_basis="printed")
    judgements.judge(session, actor, made.id, verdict("ambiguous"), now=LATER)
    settle(session)


def test_authors_stand_with_raw_and_shrunk_skill_and_what_could_not_be_scored(session: Session, three: None) -> None:
    found = board(session, widest=3)
    assert [(line.rank, line.author.slug) for line in found.lines] == [
        (1, "mira-holt"), (2, "lea-roth"), (None, "jon-ask"),
    ]  # fmt: skip
    assert (found.n_rows, found.n_authors, found.n_ranked) == (55, 3, 2)
    best = found.lines[0]
    assert best.brier == pytest.approx((21 * 0.04 + 6 * 0.64) / 27)
    assert best.brier is not None
    assert best.skill == pytest.approx(1 - best.brier / 0.25)
    assert best.skill is not None
    assert best.shrunk_skill is not None
    assert best.shrunk_skill < best.skill
    assert best.bound == best.shrunk_skill_low
    assert best.unscored_share == pytest.approx(1 / 28)
    assert (found.lines[2].unranked, found.lines[2].hit_rate) == (Unranked.too_few, 1)


def test_kept_sums_and_rows_make_the_same_board(session: Session, three: None) -> None:
    kept, from_rows = board(session), board(session, as_of=LATER)
    assert kept == from_rows
    assert board(session, tag="war").inputs_sha256 != kept.inputs_sha256


def test_a_board_of_the_past_knows_only_what_was_judged_then(session: Session, three: None) -> None:
    assert board(session, as_of=NOW).n_rows == 0
    past = board(session, as_of=THEN)
    assert by_slug(past)["mira-holt"].unscored_share == 0
    assert past.n_rows == 55


def test_rows_that_only_their_entry_dates_before_their_outcome_do_not_count(session: Session, actor: Actor) -> None:
    # Known on 11 August, entered on the 12th.
    say(session, actor, "Mira Holt", 3, 1)
    say(session, actor, "Jon Ask", 3, 1, made_on_basis="entered")
    found = by_slug(board(session))
    assert list(found) == ["mira-holt"]
    assert by_slug(board(session, kind="forecast")) == found


def test_a_board_may_be_of_a_part_and_of_some_lines(session: Session, actor: Actor) -> None:
    collections.add(session, actor, CollectionNew(name="Practice", separate=True), now=NOW)
    say(session, actor, "Mira Holt", 2, 1, tags=["war"])
    say(session, actor, "Jon Ask", 2, 1, collection="practice")
    assert list(by_slug(board(session))) == ["mira-holt"]
    assert list(by_slug(board(session, collection="practice"))) == ["jon-ask"]
    assert by_slug(board(session, tag="war"))["mira-holt"].n_scored == 3
    assert board(session, offset=1).lines == []
    assert board(session, offset=1).n_authors == 1


def test_every_change_grows_the_revision_and_sealing_does_not(session: Session, actor: Actor) -> None:
    before = revision(session)
    put_on_record(session, actor)
    session.flush()
    after = revision(session)
    assert after > before
    sealing.assign_positions(session, limit=100)
    session.flush()
    assert revision(session) == after
