"""What had to wait is made true again before it goes out: overtaken reminders are dropped, the rest goes as one."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text
from sqlmodel import col, select

from registry.actions import judgements, messages
from registry.actions.acting import Actor
from registry.actions.correcting_predictions import change
from registry.domain.deliveries import pause_after
from registry.domain.errors import Conflict, Unreachable, Unready
from registry.domain.vocabulary import MessageState, Role
from registry.jobs.sending import Outlets, send
from registry.schemas.predictions import PredictionChange
from registry.storage import channels, reminders
from registry.storage.engine import SessionFactory, unit_of_work
from registry.storage.health import read_state
from registry.storage.predictions import row_of
from registry.storage.tables import MessageRow
from tests.claims import verdict
from tests.jobs.outlets import DAY, DUE, Outlet, open_channel, record, remind
from tests.people import person


def judge(sessions: SessionFactory, actor: Actor, prediction: Any) -> None:
    with unit_of_work(sessions) as session:
        judgements.judge(session, actor, prediction, verdict(), now=DUE)


def states(sessions: SessionFactory) -> list[str]:
    with sessions() as session:
        rows = session.exec(select(MessageRow).order_by(col(MessageRow.created_at), col(MessageRow.id)))
        return [reminders.state_of(row) for row in rows]


def outage(sessions: SessionFactory, outlet: Outlet, through: Outlets, days: int) -> Any:
    """Days on which nothing arrives; the instant after them."""
    outlet.failure = Unreachable("the server is away")
    now = DUE
    for _ in range(days * 24):
        remind(sessions, now)
        send(sessions, now, through)
        now += timedelta(hours=1)
    outlet.failure = None
    return now + DAY


def test_after_an_outage_one_message_tells_of_what_still_waits(
    sessions: SessionFactory, ada: Actor, outlet: Outlet, through: Outlets
) -> None:
    judged, wanted = record(sessions, ada, 2)
    open_channel(sessions, ada)
    (later,) = record(sessions, ada, due_on="2025-08-16", author="Otto Brand")
    now = outage(sessions, outlet, through, 2)
    judge(sessions, ada, judged)
    remind(sessions, now)
    for minute in range(5):
        send(sessions, now + timedelta(minutes=minute), through)
    (message,) = outlet.taken
    assert str(judged) not in message.body
    assert str(wanted) in message.body
    assert str(later) in message.body
    assert states(sessions).count(MessageState.sent) == 1
    assert set(states(sessions)) == {MessageState.sent, MessageState.dropped}
    with sessions() as session:
        told = reminders.of_prediction(session, judged)
        assert {one.state for reminder in told for one in reminder.deliveries} == {MessageState.dropped}
        page = channels.message_page(session, None, MessageState.dropped, None, 50)
        assert page.items
        assert {one.state for one in page.items} == {MessageState.dropped}
        assert read_state(session, now).n_messages_waiting == 0


def test_where_all_was_judged_nothing_is_sent_after_an_outage(
    sessions: SessionFactory, ada: Actor, outlet: Outlet, through: Outlets
) -> None:
    (judged,) = record(sessions, ada)
    now = outage(sessions, outlet, through, 1)
    judge(sessions, ada, judged)
    assert send(sessions, now, through) == 0
    assert outlet.taken == []
    assert states(sessions) == [MessageState.dropped]


def test_trying_again_says_what_is_true_by_then(
    sessions: SessionFactory, ada: Actor, outlet: Outlet, through: Outlets
) -> None:
    (judged,) = record(sessions, ada)
    now = outage(sessions, outlet, through, 4)
    assert states(sessions) == [MessageState.failed]
    judge(sessions, ada, judged)
    with unit_of_work(sessions) as session:
        (row,) = session.exec(select(MessageRow))
        messages.try_again(session, ada, row.id, now=now)
    assert send(sessions, now, through) == 0
    assert outlet.taken == []
    with unit_of_work(sessions) as session, pytest.raises(Conflict, match="out of date"):
        messages.try_again(session, ada, row.id, now=now)


def test_a_message_in_a_new_form_is_given_up_in_its_time(
    sessions: SessionFactory, ada: Actor, outlet: Outlet, through: Outlets
) -> None:
    open_channel(sessions, ada)
    for number in range(8):
        record(sessions, ada, due_on=f"2025-08-{15 + number}", author=f"Author Number {number}")
    outage(sessions, outlet, through, 7)
    found = states(sessions)
    assert MessageState.failed in found
    assert MessageState.dropped in found


def test_a_message_that_may_have_arrived_is_repeated_as_it_was(
    sessions: SessionFactory, ada: Actor, outlet: Outlet, through: Outlets
) -> None:
    judged, _ = record(sessions, ada, 2)
    remind(sessions, DUE)
    with unit_of_work(sessions) as session:
        taken = messages.take_next(session, dashboard_url="", now=DUE)
        assert taken is None
    outlet.failure = MemoryError("killed")
    with pytest.raises(MemoryError):
        send(sessions, DUE, through)
    outlet.failure = None
    judge(sessions, ada, judged)
    assert send(sessions, DUE + pause_after(1), through) == 1
    (message,) = outlet.taken
    assert str(judged) in message.body
    assert states(sessions) == [MessageState.sent]


def test_while_one_message_is_on_its_way_the_next_waits_for_it(
    sessions: SessionFactory, ada: Actor, outlet: Outlet, through: Outlets
) -> None:
    open_channel(sessions, ada, digest=False)
    record(sessions, ada)
    remind(sessions, DUE)
    outlet.failure = Unreachable("no answer")
    send(sessions, DUE, through)
    record(sessions, ada, author="Otto Brand")
    remind(sessions, DUE)
    outlet.failure = None
    assert send(sessions, DUE + timedelta(minutes=1), through) == 0
    assert send(sessions, DUE + pause_after(1), through) == 1
    (message,) = outlet.taken
    assert message.subject == "2 predictions are due"


def test_days_that_are_left_are_counted_anew_when_it_goes_out(
    sessions: SessionFactory, ada: Actor, outlet: Outlet, through: Outlets
) -> None:
    record(sessions, ada, due_on="2025-08-18")
    outlet.failure = Unreachable("no answer")
    remind(sessions, DUE)
    send(sessions, DUE, through)
    outlet.failure = None
    send(sessions, DUE + DAY, through)
    (message,) = outlet.taken
    assert "Due after 2025-08-18, in 2 days." in message.body


def test_whoever_handed_a_prediction_on_is_not_reminded_of_it(
    sessions: SessionFactory, ada: Actor, outlet: Outlet, through: Outlets
) -> None:
    (made,) = record(sessions, ada)
    with unit_of_work(sessions) as session:
        person(session, "Bob", Role.admin)
    remind(sessions, DUE)
    with unit_of_work(sessions) as session:
        change(session, ada, made, PredictionChange.model_validate({"assignee": "Bob"}), now=DUE)
    remind(sessions, DUE)
    send(sessions, DUE, through)
    assert [message.recipient for message in outlet.taken] == ["Bob"]


def test_an_impossible_zone_keeps_messages_from_nobody_else(
    sessions: SessionFactory, ada: Actor, outlet: Outlet, through: Outlets
) -> None:
    with unit_of_work(sessions) as session:
        bob = person(session, "Bob", Role.admin)
    record(sessions, ada)
    record(sessions, bob, author="Otto Brand")
    remind(sessions, DUE)
    with unit_of_work(sessions) as session:
        session.execute(text("UPDATE person SET time_zone = 'Mars/Phobos' WHERE name = 'Ada'"))
    with pytest.raises(Unready, match="For Ada: 'Mars/Phobos' is not"):
        send(sessions, DUE, through)
    assert [message.recipient for message in outlet.taken] == ["Bob"]


def test_a_zone_that_became_impossible_meanwhile_keeps_no_other_message_back(
    sessions: SessionFactory, ada: Actor, outlet: Outlet, through: Outlets
) -> None:
    (made,) = record(sessions, ada)
    remind(sessions, DUE)
    outlet.failure = Unreachable("no answer")
    send(sessions, DUE, through)
    outlet.failure = None
    with unit_of_work(sessions) as session:
        row_of(session, made).muted = True
        session.execute(text("UPDATE person SET time_zone = 'Mars/Phobos' WHERE name = 'Ada'"))
        bob = person(session, "Bob", Role.admin)
    record(sessions, bob, author="Otto Brand")
    now = DUE + pause_after(1)
    remind(sessions, now)
    send(sessions, now, through)
    assert [message.recipient for message in outlet.taken] == ["Bob"]
    with sessions() as session:
        (waiting,) = session.exec(select(MessageRow).where(col(MessageRow.sent_at).is_(None)))
        assert "Mars/Phobos" in str(waiting.last_error)
