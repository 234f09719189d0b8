from datetime import timedelta

from sqlmodel import Session, select

from registry.actions.acting import Actor
from registry.actions.forgetting import ANSWERS_KEPT, JOB_RUNS_KEPT, forget_old_traces
from registry.storage.tables import IdempotencyRecordRow, JobRunRow
from tests.databases import NOW


def test_only_what_is_past_its_time_is_forgotten(session: Session, actor: Actor) -> None:
    moment = timedelta(seconds=1)
    for age in (JOB_RUNS_KEPT, JOB_RUNS_KEPT + moment):
        session.add(JobRunRow(job="announce", slot=NOW - age, started_at=NOW))
    for key, age in (("kept", ANSWERS_KEPT), ("old", ANSWERS_KEPT + moment)):
        session.add(
            IdempotencyRecordRow(
                person_id=actor.required_id,
                key=key,
                request_digest="0" * 64,
                status=201,
                headers="{}",
                body="{}",
                created_at=NOW - age,
            )
        )
    session.flush()
    assert forget_old_traces(session, now=NOW) == 2
    assert [run.slot for run in session.exec(select(JobRunRow))] == [NOW - JOB_RUNS_KEPT]
    assert [record.key for record in session.exec(select(IdempotencyRecordRow))] == ["kept"]
