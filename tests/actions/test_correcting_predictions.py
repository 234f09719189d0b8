from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlmodel import Session

from registry.actions import due, judgements
from registry.actions.acting import Actor
from registry.actions.correcting_predictions import change
from registry.domain.errors import Conflict, Invalid, Stale, UnknownAuthor
from registry.schemas.predictions import Prediction, PredictionChange
from tests.claims import put_on_record, verdict
from tests.databases import NOW

DUE = datetime(2025, 8, 16, tzinfo=UTC)


def correct(session: Session, actor: Actor, made: Prediction, **fields: Any) -> Prediction:
    sent = PredictionChange.model_validate(fields)
    return change(session, actor, made.id, sent, now=DUE, if_version=made.version)


def test_only_what_is_sent_changes(session: Session, actor: Actor) -> None:
    made = put_on_record(session, actor, tags=["lake"])
    after = correct(session, actor, made, criteria="A signed text is published.")
    assert (after.criteria, after.criteria_missing, after.version) == (
        "A signed text is published.",
        False,
        2,
    )
    assert (after.statement, after.tags, after.due_round) == (made.statement, ["lake"], 1)


def test_a_new_due_day_begins_a_new_round(session: Session, actor: Actor) -> None:
    made = put_on_record(session, actor)
    due.announce(session, now=DUE)
    after = correct(session, actor, made, due_on="2025-09-30")
    assert (after.due_round, after.flagged_at, after.status) == (2, None, "open")


def test_a_date_found_later_replaces_the_review(session: Session, actor: Actor) -> None:
    made = put_on_record(session, actor, due_on=None)
    after = correct(session, actor, made, due_on="2025-12-31")
    assert (after.due_on, after.review_on, after.horizon_on) == (date(2025, 12, 31), None, None)


def test_a_condition_that_failed_makes_it_due_at_once(session: Session, actor: Actor) -> None:
    made = put_on_record(session, actor, condition="the summit takes place", due_on="2025-12-31")
    after = correct(session, actor, made, condition_met=False)
    assert (after.status, after.due_at, after.due_round) == ("due", DUE, 2)


def test_tags_and_author_are_replaced(session: Session, actor: Actor) -> None:
    made = put_on_record(session, actor, tags=["lake", "treaty"])
    after = correct(session, actor, made, tags=["summit"], author="Jon Vale", new_authors="create")
    assert (after.tags, after.author.slug, after.entered_as) == (["summit"], "jon-vale", None)


def test_a_correction_that_breaks_a_rule_is_refused(session: Session, actor: Actor) -> None:
    made = put_on_record(session, actor)
    with pytest.raises(Invalid) as raised:
        correct(session, actor, made, due_on="2025-08-01")
    assert raised.value.faults[0].where == "due_on"


def test_a_stale_correction_is_refused(session: Session, actor: Actor) -> None:
    made = put_on_record(session, actor)
    correct(session, actor, made, probability=0.8)
    with pytest.raises(Stale):
        correct(session, actor, made, probability=0.7)


def test_what_was_judged_is_fixed_but_may_be_filed_elsewhere(session: Session, actor: Actor) -> None:
    made = put_on_record(session, actor)
    judgements.judge(session, actor, made.id, verdict(), now=NOW)
    with pytest.raises(Conflict) as raised:
        correct(session, actor, made.model_copy(update={"version": 2}), probability=0.5)
    assert raised.value.faults[0].where == "probability"
    assert correct(session, actor, made.model_copy(update={"version": 2}), tags=["lake"]).tags == ["lake"]


def test_two_entries_cannot_become_one(session: Session, actor: Actor) -> None:
    put_on_record(session, actor)
    made = put_on_record(session, actor, due_on="2025-08-14")
    with pytest.raises(Conflict, match="same as prediction"):
        correct(session, actor, made, due_on="2025-08-15")


def test_what_changes_nothing_leaves_no_trace(session: Session, actor: Actor) -> None:
    made = put_on_record(session, actor)
    assert correct(session, actor, made).version == made.version
    assert correct(session, actor, made, statement=made.statement, tags=made.tags).version == made.version


def test_a_misspelt_author_is_refused_unless_a_new_one_is_wanted(session: Session, actor: Actor) -> None:
    made = put_on_record(session, actor)
    with pytest.raises(UnknownAuthor):
        correct(session, actor, made, author="Somebody Else")
    assert correct(session, actor, made, author="Somebody Else", new_authors="create").author.name == "Somebody Else"


def test_one_revises_an_earlier_prediction_of_ones_own(session: Session, actor: Actor) -> None:
    first = put_on_record(session, actor)
    second = put_on_record(session, actor, statement="No treaty will be signed by the spring.", revises=first.id)
    foreign = put_on_record(session, actor, author="Jon Ask", statement="It will rain on the lake.")
    for made, revises in ((first, first), (first, second), (first, foreign)):
        with pytest.raises(Invalid) as refused:
            correct(session, actor, made, revises=revises.id)
        assert [fault.where for fault in refused.value.faults] == ["revises"]
    with pytest.raises(Invalid, match="another author"):
        put_on_record(session, actor, author="Jon Ask", statement="It will snow on the lake.", revises=first.id)
