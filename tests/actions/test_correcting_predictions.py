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


def snoozed(session: Session, actor: Actor, until: str, **fields: Any) -> Prediction:
    made = put_on_record(session, actor, **fields)
    return due.snooze(session, actor, made.id, date.fromisoformat(until), "too early", now=DUE)


CONDITIONAL = {"condition": "if the lake freezes", "kind": "conditional", "due_on": "2025-12-31"}
UNDATED = {"due_on": None, "review_on": "2025-09-01", "horizon_on": "2026-06-01"}


def test_a_condition_that_was_not_met_ends_a_snooze(session: Session, actor: Actor) -> None:
    made = snoozed(session, actor, "2026-02-01", **CONDITIONAL)
    after = correct(session, actor, made, condition_met=False)
    assert (after.status, after.due_at, after.snoozed_until) == ("due", DUE, None)
    assert (after.due_round, after.annulment_proposed) == (made.due_round + 1, True)
    assert due.announce(session, now=DUE) == 1
    with pytest.raises(Conflict, match="annul it"):
        due.snooze(session, actor, made.id, date(2026, 3, 1), "later", now=DUE)


def test_a_condition_that_was_met_leaves_a_snooze_alone(session: Session, actor: Actor) -> None:
    made = snoozed(session, actor, "2026-02-01", **CONDITIONAL)
    after = correct(session, actor, made, condition_met=True)
    assert (after.due_at, after.snoozed_until) == (made.due_at, made.snoozed_until)


def test_what_is_to_be_annulled_is_not_announced_again_for_another_correction(session: Session, actor: Actor) -> None:
    made = put_on_record(session, actor, **CONDITIONAL, condition_met=False)
    due.announce(session, now=NOW)
    after = change(session, actor, made.id, PredictionChange.model_validate({"made_on": "2025-08-01"}), now=DUE)
    assert (after.due_at, after.due_round, after.flagged_at) == (made.due_at, 1, NOW)


def test_a_horizon_before_the_end_of_a_snooze_ends_it(session: Session, actor: Actor) -> None:
    made = snoozed(session, actor, "2026-05-01", **UNDATED)
    after = correct(session, actor, made, horizon_on="2025-10-01")
    assert (after.due_at, after.snoozed_until) == (datetime(2025, 10, 1, tzinfo=UTC), date(2025, 10, 1))
    later = correct(session, actor, after, horizon_on="2026-03-01")
    assert later.due_at == after.due_at


def test_a_snooze_ends_with_the_start_of_its_day_in_the_zone_as_corrected(session: Session, actor: Actor) -> None:
    made = snoozed(session, actor, "2025-10-01")
    after = correct(session, actor, made, time_zone="Pacific/Kiritimati")
    assert (after.due_at, after.snoozed_until) == (datetime(2025, 9, 30, 10, tzinfo=UTC), date(2025, 10, 1))
