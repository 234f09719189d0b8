from datetime import timedelta
from typing import Any

from sqlmodel import Session, select

from registry.actions import due, judgements
from registry.actions.acting import Actor
from registry.actions.clock import TOLERANCE, mend_after_set_back
from registry.actions.reminders import plan
from registry.domain.deliveries import pause_after
from registry.domain.vocabulary import ChannelKind
from registry.storage import job_runs
from registry.storage.predictions import row_of
from registry.storage.tables import (
    ChannelRow,
    EventRow,
    JobRunRow,
    MessageRow,
    SourceEntryRow,
    SourceRow,
    WatchedHostRow,
)
from tests.claims import put_on_record, verdict
from tests.databases import NOW

MINUTE = timedelta(minutes=1)
AHEAD = NOW + timedelta(days=300)


def run_at(session: Session, now: object) -> None:
    job_runs.claim(session, "announce", now, now)  # type: ignore[arg-type]
    due.announce(session, now=now)  # type: ignore[arg-type]
    plan(session, now=now)  # type: ignore[arg-type]


def test_what_was_announced_too_early_is_announced_again_in_its_time(session: Session, actor: Actor) -> None:
    made = put_on_record(session, actor)
    run_at(session, AHEAD)
    assert mend_after_set_back(session, now=NOW) == 1
    row = row_of(session, made.id)
    assert (row.flagged_at, row.due_round, row.remind_at) == (None, 2, None)
    (left,) = session.exec(select(JobRunRow)).all()
    assert (left.job, left.slot, left.n_done) == (job_runs.SET_BACK, NOW, 1)
    assert "set back by 300 days" in str(left.error)
    assert len(session.exec(select(EventRow).where(EventRow.verb == "announced too early")).all()) == 1
    assert due.announce(session, now=NOW) == 0
    assert due.announce(session, now=row.due_at) == 1


def test_it_is_put_right_once(session: Session, actor: Actor) -> None:
    put_on_record(session, actor)
    run_at(session, AHEAD)
    assert [mend_after_set_back(session, now=NOW + timedelta(minutes=step)) for step in range(3)] == [1, 0, 0]


def test_what_was_really_due_or_is_judged_stays_announced(session: Session, actor: Actor) -> None:
    put_on_record(session, actor, due_on="2025-08-11")
    judged = put_on_record(session, actor, due_on="2025-08-20")
    run_at(session, AHEAD)
    judgements.judge(session, actor, judged.id, verdict(), now=AHEAD)
    assert mend_after_set_back(session, now=NOW) == 0


def test_what_was_announced_a_little_too_early_stays_announced(session: Session, actor: Actor) -> None:
    made = put_on_record(session, actor)
    due_at = row_of(session, made.id).due_at
    run_at(session, due_at)
    assert mend_after_set_back(session, now=due_at - TOLERANCE) == 0
    assert row_of(session, made.id).due_round == 1


def test_sources_are_visited_by_the_new_time(session: Session, actor: Actor) -> None:
    by: dict[str, Any] = {"entered_by_id": actor.required_id, "created_at": NOW, "kind": "feed"}
    far = SourceRow(**by, address="http://far.example/feed", every_minutes=60, next_poll_at=AHEAD)
    near = SourceRow(**by, address="http://near.example/feed", every_minutes=60, next_poll_at=NOW + MINUTE)
    session.add_all([far, near])
    session.flush()
    entry = SourceEntryRow(source_id=far.id, address="http://far.example/one", next_attempt_at=AHEAD, created_at=NOW)
    host = WatchedHostRow(host="far.example", robots="", robots_read_at=AHEAD, next_request_at=AHEAD)
    session.add_all([entry, host])
    session.flush()
    job_runs.claim(session, "watch", AHEAD, AHEAD)
    mend_after_set_back(session, now=NOW)
    session.flush()
    for row in (far, near, entry, host):
        session.refresh(row)
    assert (far.next_poll_at, near.next_poll_at) == (NOW + 60 * MINUTE, NOW + MINUTE)
    assert entry.next_attempt_at == NOW + 15 * MINUTE
    assert (host.next_request_at, host.robots_read_at) == (NOW, None)


def test_messages_are_tried_by_the_new_time(session: Session, actor: Actor) -> None:
    channel = ChannelRow(person_id=actor.required_id, kind=ChannelKind.log, created_at=NOW)
    session.add(channel)
    session.flush()
    message = MessageRow(
        channel_id=channel.id, kind="notice", subject="Hello", attempts=2, next_attempt_at=AHEAD, created_at=NOW
    )
    session.add(message)
    session.flush()
    job_runs.claim(session, "send", AHEAD, AHEAD)
    mend_after_set_back(session, now=NOW)
    assert message.next_attempt_at == NOW + pause_after(2)
