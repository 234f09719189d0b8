import json
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlmodel import Session, select

from registry.actions import judgements, predictions
from registry.actions.acting import Actor
from registry.domain.errors import Conflict, Invalid, NotAllowed, Stale, UnknownAuthor
from registry.domain.history import digest
from registry.domain.vocabulary import Role
from registry.storage.tables import EventRow, EventTextRow, PredictionRow, ScoreRow
from tests.claims import STATEMENT, claim, put_on_record, verdict
from tests.databases import NOW
from tests.people import person


def faults_of(session: Session, actor: Actor, **fields: Any) -> list[str]:
    with pytest.raises(Invalid) as raised:
        put_on_record(session, actor, **fields)
    return [fault.where for fault in raised.value.faults]


def test_a_prediction_is_recorded_with_what_follows(session: Session, actor: Actor) -> None:
    made = put_on_record(session, actor, tags=["Treaty", "lake"], time_zone="Europe/Berlin")
    assert made.author.name == "Mira Holt"
    assert made.status == "open"
    assert made.urgency == "soon"
    assert made.due_at == datetime(2025, 8, 15, 22, tzinfo=UTC)
    assert made.criteria_missing
    assert made.criteria == STATEMENT
    assert made.probability_basis == "stated"
    assert made.tags == ["lake", "treaty"]
    assert made.entered_by == "Ada Editor"


def test_an_undated_prediction_gets_a_review_and_a_horizon(session: Session, actor: Actor) -> None:
    made = put_on_record(session, actor, due_on=None)
    assert made.review_on == date(2025, 8, 10) + timedelta(days=180)
    assert made.horizon_on is not None
    assert made.horizon_on > made.review_on


def test_a_condition_makes_a_conditional(session: Session, actor: Actor) -> None:
    assert put_on_record(session, actor, condition="the summit takes place").kind == "conditional"


@pytest.mark.parametrize(
    ("fields", "where"),
    [
        ({"due_on": "2025-08-09"}, ["due_on"]),
        ({"made_on": "2025-08-13"}, ["made_on"]),
        ({"probability_basis": "hedged"}, ["probability_basis"]),
        ({"probability": None, "probability_low": 0.1}, ["probability_low"]),
        ({"kind": "conditional"}, ["condition"]),
        ({"collection": "nowhere", "question": "none"}, ["collection", "question"]),
        ({"sense": 0}, ["sense"]),
        ({"mentions": [{}]}, ["mentions.0.quote"]),
        ({"mentions": [{"quote": "x", "quote_start": 3}]}, ["mentions.0.quote_start"]),
    ],
)
def test_every_fault_is_named(session: Session, actor: Actor, fields: dict[str, Any], where: list[str]) -> None:
    assert faults_of(session, actor, **fields) == where


def test_an_unknown_author_is_refused_with_near_names(session: Session, actor: Actor) -> None:
    put_on_record(session, actor)
    with pytest.raises(UnknownAuthor) as raised:
        put_on_record(session, actor, author="Mira Hold", new_authors="refuse")
    assert raised.value.faults[0].suggestions == ("Mira Holt",)


def test_the_same_entry_twice_is_a_conflict(session: Session, actor: Actor) -> None:
    first = put_on_record(session, actor)
    with pytest.raises(Conflict) as raised:
        put_on_record(session, actor, statement=f"  {STATEMENT.replace(' ', '  ')} ")
    assert raised.value.faults[0].suggestions == (str(first.id),)


def test_a_withdrawn_entry_may_be_made_again(session: Session, actor: Actor) -> None:
    first = put_on_record(session, actor, ref="a-1")
    predictions.withdraw(session, actor, first.id, "wrong author", now=NOW)
    assert put_on_record(session, actor, ref="a-1").id != first.id


def test_a_ref_is_unique_among_its_persons_own(session: Session, actor: Actor) -> None:
    put_on_record(session, actor, ref="a-1")
    put_on_record(session, actor, ref="a-2")
    other = person(session, "Ben Other", Role.logger)
    put_on_record(session, other, ref="a-1")
    with pytest.raises(Conflict):
        put_on_record(session, actor, ref="a-1", statement="Something else will happen.")


def test_a_batch_names_every_fault_and_records_nothing(session: Session, actor: Actor) -> None:
    news = [claim(), claim(due_on="2025-08-01"), claim(author="?!"), claim(collection="none", ref="x")]
    with pytest.raises(Invalid) as raised:
        predictions.record_many(session, actor, news, now=NOW, zone="UTC")
    assert [fault.where for fault in raised.value.faults] == ["1.due_on", "3.collection", "2.author"]
    assert session.exec(select(PredictionRow)).all() == []


def test_a_batch_with_the_same_entry_twice_is_a_conflict(session: Session, actor: Actor) -> None:
    with pytest.raises(Conflict) as raised:
        predictions.record_many(session, actor, [claim(), claim()], now=NOW, zone="UTC")
    assert [fault.where for fault in raised.value.faults] == ["0.statement", "1.statement"]


def test_the_event_holds_the_value_and_hides_the_words(session: Session, actor: Actor) -> None:
    made = put_on_record(session, actor, tags=["lake"])
    session.flush()
    event = session.exec(select(EventRow).where(EventRow.noun_id == made.id)).one()
    body = json.loads(event.body)
    texts = session.exec(select(EventTextRow).where(EventTextRow.event_id == event.id)).all()
    assert (event.verb, event.noun, event.noun_version, event.at) == ("recorded", "prediction", 1, NOW)
    assert body["probability"] == 0.9
    assert body["tags"] == ["lake"]
    assert STATEMENT not in event.body
    assert {text.field: text.text for text in texts}["statement"] == STATEMENT
    assert event.digest == digest(event.body)


def test_withdrawing_leaves_a_tombstone_and_no_score(session: Session, actor: Actor) -> None:
    made = put_on_record(session, actor)
    judgements.judge(session, actor, made.id, verdict(), now=NOW)
    logger = person(session, "Lou Logger", Role.logger)
    with pytest.raises(NotAllowed):
        predictions.withdraw(session, logger, made.id, "entered twice", now=NOW)
    gone = predictions.withdraw(session, actor, made.id, "entered twice", now=NOW)
    assert gone.status == "withdrawn"
    assert gone.withdrawn_reason == "entered twice"
    assert session.exec(select(ScoreRow)).all() == []
    with pytest.raises(Conflict):
        predictions.withdraw(session, actor, made.id, "again", now=NOW)


def test_a_stale_withdrawal_is_refused(session: Session, actor: Actor) -> None:
    made = put_on_record(session, actor)
    with pytest.raises(Stale):
        predictions.withdraw(session, actor, made.id, "late", now=NOW, if_version=7)
