from datetime import timedelta
from pathlib import Path

import pytest
from sqlmodel import Session, col, select

from registry.actions import due, judgements
from registry.actions.acting import Actor
from registry.domain.deliveries import MOST_ATTEMPTS, pause_after
from registry.domain.errors import Undeliverable, Unreachable, Unwanted
from registry.domain.vocabulary import ChannelKind
from registry.jobs.sending import Outlets, outlets, send
from registry.settings import Settings
from registry.storage.engine import SessionFactory, unit_of_work
from registry.storage.predictions import row_of
from registry.storage.tables import ChannelRow, DeliveryRow, MessageRow, PersonRow
from tests.claims import verdict
from tests.jobs.outlets import DAY, DUE, Outlet, open_channel, record, remind


def messages(session: Session) -> list[MessageRow]:
    return list(session.exec(select(MessageRow).order_by(col(MessageRow.created_at), col(MessageRow.id))))


def test_one_digest_a_day_however_much_falls_due(
    sessions: SessionFactory, ada: Actor, outlet: Outlet, through: Outlets
) -> None:
    record(sessions, ada, 40)
    open_channel(sessions, ada)
    early = DUE - timedelta(hours=2)
    remind(sessions, early)
    assert send(sessions, early, through) == 0
    assert send(sessions, DUE, through) == 1
    record(sessions, ada, 3, due_on="2025-08-14", author="Otto Brand")
    for hours in range(10):
        remind(sessions, DUE + timedelta(hours=hours))
        assert send(sessions, DUE + timedelta(hours=hours), through) == 0
    assert send(sessions, DUE + DAY, through) == 1
    assert [message.subject for message in outlet.taken] == [
        "40 predictions are due",
        "3 predictions are due",
    ]


def test_at_once_means_at_once(sessions: SessionFactory, ada: Actor, outlet: Outlet, through: Outlets) -> None:
    open_channel(sessions, ada, digest=False, hour=23)
    for number, author in enumerate(("Mira Holt", "Otto Brand")):
        record(sessions, ada, author=author)
        remind(sessions, DUE + timedelta(hours=number))
        assert send(sessions, DUE + timedelta(hours=number), through) == 1
    assert len(outlet.taken) == 2


def test_the_message_leads_to_where_the_outcome_is_recorded(
    sessions: SessionFactory, ada: Actor, outlet: Outlet, through: Outlets
) -> None:
    (made,) = record(sessions, ada)
    with unit_of_work(sessions) as session:
        session.get_one(PersonRow, ada.person_id).locale = "de"
    remind(sessions, DUE)
    send(sessions, DUE, through)
    (message,) = outlet.taken
    assert f"https://registry.example/judge?id={made}\n" in message.body
    assert message.subject == "Fällig: eine Vorhersage von Mira Holt"


def test_what_was_settled_meanwhile_is_not_sent(
    sessions: SessionFactory, ada: Actor, outlet: Outlet, through: Outlets
) -> None:
    judged, put_off, muted, wanted = record(sessions, ada, 4)
    remind(sessions, DUE)
    with unit_of_work(sessions) as session:
        judgements.judge(session, ada, judged, verdict(), now=DUE)
        due.snooze(session, ada, put_off, (DUE + 30 * DAY).date(), "too early", now=DUE)
        row_of(session, muted).muted = True
    send(sessions, DUE, through)
    (message,) = outlet.taken
    assert str(wanted) in message.body
    assert not any(str(one) in message.body for one in (judged, put_off, muted))
    with sessions() as session:
        dropped = select(DeliveryRow).where(col(DeliveryRow.dropped_at).is_not(None))
        assert len(session.exec(dropped).all()) == 3


def test_a_failed_message_is_tried_with_growing_pauses_under_one_key_then_given_up(
    sessions: SessionFactory, ada: Actor, outlet: Outlet, through: Outlets
) -> None:
    record(sessions, ada)
    remind(sessions, DUE)
    outlet.failure = Unreachable("no answer")
    now = DUE
    for attempt in range(1, MOST_ATTEMPTS + 1):
        assert send(sessions, now, through) == 0
        with sessions() as session:
            (row,) = messages(session)
            assert (row.attempts, row.last_error) == (attempt, "no answer")
            assert row.next_attempt_at == now + pause_after(attempt)
            assert (row.failed_at is not None) is (attempt == MOST_ATTEMPTS)
        send(sessions, now + pause_after(attempt) - timedelta(seconds=1), through)
        now += pause_after(attempt)
    outlet.failure = None
    assert send(sessions, now + 30 * DAY, through) == 0
    assert outlet.taken == []


def test_whoever_dies_between_recording_and_delivering_loses_nothing(
    sessions: SessionFactory, ada: Actor, outlet: Outlet, through: Outlets
) -> None:
    record(sessions, ada)
    remind(sessions, DUE)
    outlet.failure = MemoryError("killed")
    with pytest.raises(MemoryError):
        send(sessions, DUE, through)
    outlet.failure = None
    assert send(sessions, DUE + pause_after(1) - timedelta(seconds=1), through) == 0
    assert send(sessions, DUE + pause_after(1), through) == 1


def test_a_message_that_is_refused_for_good_is_given_up_at_once(
    sessions: SessionFactory, ada: Actor, outlet: Outlet, through: Outlets
) -> None:
    record(sessions, ada)
    remind(sessions, DUE)
    outlet.failure = Undeliverable("no such person")
    send(sessions, DUE, through)
    with sessions() as session:
        (row,) = messages(session)
    assert (row.attempts, row.failed_at, row.last_error) == (1, DUE, "no such person")


def test_a_receiver_that_wants_no_more_is_switched_off_and_its_owner_told_another_way(
    sessions: SessionFactory, ada: Actor, outlet: Outlet
) -> None:
    (made,) = record(sessions, ada)
    gone = open_channel(sessions, ada, address="https://example.org/hook")
    remind(sessions, DUE)
    refusing = Outlet(failure=Unwanted("it answers 410"))
    through = Outlets({ChannelKind.webhook: refusing, ChannelKind.log: outlet}, "https://registry.example")
    send(sessions, DUE, through)
    send(sessions, DUE, through)
    with sessions() as session:
        channel = session.get_one(ChannelRow, gone)
        assert (channel.disabled_at, channel.disabled_reason) == (DUE, "it answers 410")
    notice, reminder = sorted(outlet.taken, key=lambda message: str(made) in message.body)
    assert "https://example.org/hook" in notice.body
    assert str(made) in reminder.body
    record(sessions, ada, author="Otto Brand")
    remind(sessions, DUE + DAY)
    assert send(sessions, DUE + DAY, through) == 1


def test_what_waits_for_a_channel_that_is_switched_off_goes_another_way(
    sessions: SessionFactory, ada: Actor, outlet: Outlet, through: Outlets
) -> None:
    (made,) = record(sessions, ada)
    first, second = open_channel(sessions, ada, hour=23), open_channel(sessions, ada, kind="email")
    remind(sessions, DUE)
    with unit_of_work(sessions) as session:
        session.get_one(ChannelRow, second).disabled_at = DUE
    assert send(sessions, DUE, through) == 0
    with unit_of_work(sessions) as session:
        session.get_one(ChannelRow, first).disabled_at = DUE
    send(sessions, DUE, through)
    send(sessions, DUE, through)
    (message,) = outlet.taken
    assert message.kind == ChannelKind.log
    assert str(made) in message.body


def test_the_operators_settings_make_the_outlets(tmp_path: Path) -> None:
    made = outlets(Settings(data_dir=tmp_path, dashboard_port=9000))
    assert made.dashboard_url == "http://127.0.0.1:9000"
    assert set(made.notifiers) == set(ChannelKind)
