from datetime import timedelta

from sqlmodel import Session, select

from registry.actions.acting import Actor
from registry.actions.forgetting import ANSWERS_KEPT, JOB_RUNS_KEPT, WORDS_KEPT, forget_old_traces
from registry.domain.vocabulary import ChannelKind
from registry.storage.tables import ChannelRow, IdempotencyRecordRow, JobRunRow, MessageRow
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


def test_the_words_of_what_was_sent_are_forgotten_and_that_it_was_sent_is_kept(session: Session, actor: Actor) -> None:
    channel = ChannelRow(kind=ChannelKind.log, person_id=actor.required_id, created_at=NOW)
    session.add(channel)
    session.flush()
    moment = timedelta(seconds=1)
    for sent_at in (NOW - WORDS_KEPT - moment, NOW - WORDS_KEPT, None):
        session.add(
            MessageRow(
                channel_id=channel.id,
                kind="reminders",
                subject="2 predictions are due",
                body="words",
                content="{}",
                next_attempt_at=NOW,
                sent_at=sent_at,
                created_at=NOW,
            )
        )
    session.flush()
    assert forget_old_traces(session, now=NOW) == 1
    query = select(MessageRow).execution_options(populate_existing=True)
    kept = {message.sent_at: message.body for message in session.exec(query)}
    assert kept == {NOW - WORDS_KEPT - moment: None, NOW - WORDS_KEPT: "words", None: "words"}
