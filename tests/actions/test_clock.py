from datetime import timedelta

from sqlmodel import Session, select

from registry.actions import due, judgements
from registry.actions.acting import Actor
from registry.actions.clock import TOLERANCE, mend_after_set_back
from registry.actions.reminders import plan
from registry.storage import job_runs
from registry.storage.predictions import row_of
from registry.storage.tables import EventRow, JobRunRow
from tests.claims import put_on_record, verdict
from tests.databases import NOW

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
    assert session.exec(select(JobRunRow)).all() == []
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


def test_clocks_that_differ_a_little_are_no_cause_for_doubt(session: Session, actor: Actor) -> None:
    run_at(session, NOW + TOLERANCE)
    assert mend_after_set_back(session, now=NOW) == 0
    assert len(session.exec(select(JobRunRow)).all()) == 1
