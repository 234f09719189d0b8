from datetime import date, timedelta
from typing import Any

import pytest
from sqlmodel import Session, select

from registry.actions import judgements, predictions
from registry.actions.acting import Actor
from registry.domain.errors import Conflict, Invalid, NotAllowed
from registry.domain.scoring import brier_units
from registry.domain.vocabulary import Role
from registry.storage.predictions import row_of
from registry.storage.tables import ScoreRow
from tests.claims import put_on_record, verdict
from tests.databases import NOW
from tests.people import person

LATER = NOW + timedelta(minutes=5)


def scores(session: Session) -> list[int]:
    session.flush()
    return [score.brier_units for score in session.exec(select(ScoreRow))]


def test_a_verdict_resolves_and_scores(session: Session, actor: Actor) -> None:
    made = put_on_record(session, actor)
    given = judgements.judge(session, actor, made.id, verdict("no"), now=NOW)
    row = row_of(session, made.id)
    assert given.in_force
    assert (row.outcome, row.known_on, row.disputed, row.version) == ("no", date(2025, 8, 11), False, 2)
    assert scores(session) == [brier_units(0.9, 0)]


def test_a_share_is_scored_in_part(session: Session, actor: Actor) -> None:
    made = put_on_record(session, actor)
    judgements.judge(session, actor, made.id, verdict("partly", share=0.4), now=NOW)
    assert scores(session) == [brier_units(0.9, 0.4)]


@pytest.mark.parametrize(
    ("outcome", "fields", "where"),
    [
        ("partly", {}, "share"),
        ("annulled", {}, "reason"),
        ("yes", {"citation": None}, "evidence_url"),
        ("yes", {"citation": "too short"}, "citation"),
        ("yes", {"known_on": "2025-08-20"}, "known_on"),
        ("yes", {"known_on": "2025-08-01"}, "known_on"),
        ("yes", {"role": "second"}, "role"),
    ],
)
def test_what_a_judgement_lacks_is_named(
    session: Session, actor: Actor, outcome: str, fields: dict[str, Any], where: str
) -> None:
    made = put_on_record(session, actor)
    with pytest.raises(Invalid) as raised:
        judgements.judge(session, actor, made.id, verdict(outcome, **fields), now=NOW)
    assert [fault.where for fault in raised.value.faults] == [where]


@pytest.mark.parametrize("outcome", ["ambiguous", "annulled"])
def test_what_cannot_be_told_is_not_scored(session: Session, actor: Actor, outcome: str) -> None:
    made = put_on_record(session, actor)
    reason = {"reason": "event_cancelled"} if outcome == "annulled" else {}
    judgements.judge(session, actor, made.id, verdict(outcome, **reason), now=NOW)
    assert row_of(session, made.id).outcome == outcome
    assert scores(session) == []


def test_an_announcement_is_never_scored(session: Session, actor: Actor) -> None:
    made = put_on_record(session, actor, kind="announcement")
    judgements.judge(session, actor, made.id, verdict(), now=NOW)
    assert scores(session) == []


def test_an_unlike_second_judgement_disputes_until_decided(session: Session, actor: Actor) -> None:
    made = put_on_record(session, actor)
    judgements.judge(session, actor, made.id, verdict("yes"), now=NOW)
    other = person(session, "Ben Second", Role.judge)
    judgements.judge(session, other, made.id, verdict("no", role="second"), now=LATER)
    row = row_of(session, made.id)
    assert (row.outcome, row.disputed) == ("yes", True)
    third = person(session, "Cid Third", Role.judge)
    decided = judgements.judge(
        session, third, made.id, verdict("no", role="decision"), now=LATER + timedelta(minutes=1)
    )
    assert decided.in_force
    assert (row.outcome, row.disputed) == ("no", False)
    assert scores(session) == [brier_units(0.9, 0)]


def test_a_second_verdict_is_a_conflict(session: Session, actor: Actor) -> None:
    made = put_on_record(session, actor)
    judgements.judge(session, actor, made.id, verdict(), now=NOW)
    with pytest.raises(Conflict, match="verdict already"):
        judgements.judge(session, actor, made.id, verdict(), now=NOW)


def test_a_withdrawn_prediction_is_not_judged(session: Session, actor: Actor) -> None:
    made = put_on_record(session, actor)
    predictions.withdraw(session, actor, made.id, "entered twice", now=NOW)
    with pytest.raises(Conflict):
        judgements.judge(session, actor, made.id, verdict(), now=NOW)


def test_a_retracted_verdict_reopens_and_may_be_given_anew(session: Session, actor: Actor) -> None:
    made = put_on_record(session, actor)
    given = judgements.judge(session, actor, made.id, verdict("no"), now=NOW)
    taken_back = judgements.retract(session, actor, given.id, "wrong table", now=LATER)
    row = row_of(session, made.id)
    assert (taken_back.in_force, taken_back.retraction_reason) == (False, "wrong table")
    assert (row.outcome, row.known_on) == (None, None)
    assert scores(session) == []
    with pytest.raises(Conflict):
        judgements.retract(session, actor, given.id, "again", now=LATER)
    judgements.judge(session, actor, made.id, verdict("yes"), now=LATER)
    assert scores(session) == [brier_units(0.9, 1)]


def test_another_persons_judgement_is_not_ones_own_to_retract(session: Session, actor: Actor) -> None:
    made = put_on_record(session, actor)
    given = judgements.judge(session, actor, made.id, verdict(), now=NOW)
    with pytest.raises(NotAllowed):
        judgements.retract(session, person(session, "Ben", Role.judge), given.id, "no", now=LATER)


def test_the_known_day_is_inferred_and_says_so(session: Session, actor: Actor) -> None:
    early = put_on_record(session, actor)
    given = judgements.judge(session, actor, early.id, verdict(known_on=None), now=NOW)
    assert (given.known_on, given.known_on_inferred) == (NOW.date(), True)
    past = put_on_record(session, actor, due_on="2025-08-11")
    assert judgements.judge(session, actor, past.id, verdict(known_on=None), now=NOW).known_on == date(2025, 8, 11)


def test_what_was_entered_after_the_outcome_is_late(session: Session, actor: Actor) -> None:
    made = put_on_record(session, actor)
    assert not made.late
    judgements.judge(session, actor, made.id, verdict(known_on="2025-08-11"), now=NOW)
    assert row_of(session, made.id).late
