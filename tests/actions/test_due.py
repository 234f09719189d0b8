from datetime import UTC, date, datetime, timedelta

import pytest
from sqlmodel import Session, select

from registry.actions import due, judgements, predictions
from registry.actions.acting import Actor
from registry.domain.errors import Conflict, Invalid
from registry.storage.predictions import row_of
from registry.storage.tables import EventRow
from tests.claims import put_on_record, verdict
from tests.databases import NOW

DUE = datetime(2025, 8, 16, tzinfo=UTC)


def announced(session: Session) -> int:
    session.flush()
    return len(session.exec(select(EventRow).where(EventRow.verb == "announced")).all())


def test_what_falls_due_is_announced_at_that_instant_once(session: Session, actor: Actor) -> None:
    made = put_on_record(session, actor)
    assert due.announce(session, now=DUE - timedelta(microseconds=1)) == 0
    assert due.announce(session, now=DUE) == 1
    assert due.announce(session, now=DUE + timedelta(days=1)) == 0
    assert row_of(session, made.id).flagged_at == DUE
    assert announced(session) == 1


def test_the_longest_due_is_announced_first(session: Session, actor: Actor) -> None:
    put_on_record(session, actor)
    older = put_on_record(session, actor, due_on="2025-08-13")
    assert due.announce(session, now=DUE, most=1) == 1
    assert row_of(session, older.id).flagged_at == DUE


def test_the_judged_and_the_withdrawn_are_not_announced(session: Session, actor: Actor) -> None:
    judged = put_on_record(session, actor)
    judgements.judge(session, actor, judged.id, verdict(), now=NOW)
    gone = put_on_record(session, actor, due_on="2025-08-14")
    predictions.withdraw(session, actor, gone.id, "entered twice", now=NOW)
    assert due.announce(session, now=DUE) == 0


def test_a_snooze_begins_a_new_round(session: Session, actor: Actor) -> None:
    made = put_on_record(session, actor)
    due.announce(session, now=DUE)
    moved = due.snooze(session, actor, made.id, date(2025, 9, 1), "figures come late", now=DUE)
    assert (moved.status, moved.due_round, moved.flagged_at) == ("open", 2, None)
    assert moved.due_at == datetime(2025, 9, 1, tzinfo=UTC)
    assert moved.due_on == date(2025, 8, 15)
    assert due.announce(session, now=moved.due_at) == 1
    assert announced(session) == 2


def test_a_snooze_into_the_past_is_refused(session: Session, actor: Actor) -> None:
    made = put_on_record(session, actor)
    with pytest.raises(Invalid):
        due.snooze(session, actor, made.id, date(2025, 8, 1), "later", now=DUE)


def test_what_is_judged_cannot_be_snoozed(session: Session, actor: Actor) -> None:
    made = put_on_record(session, actor)
    judgements.judge(session, actor, made.id, verdict(), now=NOW)
    with pytest.raises(Conflict):
        due.snooze(session, actor, made.id, date(2025, 9, 1), "later", now=DUE)
