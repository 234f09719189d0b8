from datetime import UTC, datetime, timedelta

from sqlmodel import Session, col, select

from registry.actions import collections, due, judgements, reminder_schedules
from registry.actions.acting import Actor
from registry.actions.correcting_predictions import change
from registry.actions.people import change_person
from registry.actions.reminders import Planned, plan
from registry.domain.reminders import NEVER
from registry.domain.vocabulary import ChannelKind, Role
from registry.schemas.collections import CollectionChange, CollectionNew
from registry.schemas.people import PersonChange
from registry.schemas.predictions import PredictionChange
from registry.schemas.reminders import ReminderScheduleNew
from registry.storage.predictions import row_of
from registry.storage.tables import ChannelRow, DeliveryRow, ReminderRow
from tests.claims import put_on_record, verdict
from tests.databases import NOW
from tests.people import person

DUE = datetime(2025, 8, 16, tzinfo=UTC)
DAY = timedelta(days=1)


def stages(session: Session, *, recipient: Actor | None = None) -> list[tuple[int, str]]:
    query = select(ReminderRow).order_by(col(ReminderRow.created_at), col(ReminderRow.id))
    rows = session.exec(query).all()
    return [(row.due_round, row.stage) for row in rows if recipient is None or row.recipient_id == recipient.person_id]


def test_a_reminder_comes_before_when_due_and_every_few_days_until_judged(session: Session, actor: Actor) -> None:
    made = put_on_record(session, actor)
    hour = NOW
    while hour < DUE + 11 * DAY:
        plan(session, now=hour)
        hour += timedelta(hours=6)
    assert stages(session) == [(1, "before-3"), (1, "due"), (1, "after-5"), (1, "after-10")]
    judgements.judge(session, actor, made.id, verdict(), now=hour)
    assert plan(session, now=hour + 30 * DAY) == Planned(0, 0)


def test_nothing_is_recorded_twice_however_often_it_is_planned(session: Session, actor: Actor) -> None:
    made = put_on_record(session, actor)
    assert plan(session, now=DUE) == Planned(1, 1)
    assert plan(session, now=DUE) == Planned(0, 0)
    row_of(session, made.id).remind_at = None
    session.flush()
    assert plan(session, now=DUE) == Planned(1, 0)


def test_what_has_nothing_to_come_is_not_looked_at_again(session: Session, actor: Actor) -> None:
    made = put_on_record(session, actor, due_on="2026-08-15")
    assert plan(session, now=NOW) == Planned(1, 0)
    assert row_of(session, made.id).remind_at == datetime(2026, 8, 13, tzinfo=UTC)
    assert plan(session, now=NOW + DAY) == Planned(0, 0)


def test_a_snooze_begins_the_stages_anew(session: Session, actor: Actor) -> None:
    made = put_on_record(session, actor)
    plan(session, now=DUE)
    due.snooze(session, actor, made.id, (DUE + 10 * DAY).date(), "figures come late", now=DUE)
    plan(session, now=DUE + DAY)
    assert stages(session) == [(1, "due")]
    plan(session, now=DUE + 7 * DAY)
    plan(session, now=DUE + 10 * DAY)
    assert stages(session) == [(1, "due"), (2, "before-3"), (2, "due")]


def test_the_muted_are_left_alone_until_they_are_wanted_again(session: Session, actor: Actor) -> None:
    made = put_on_record(session, actor, muted=True)
    assert plan(session, now=DUE) == Planned(1, 0)
    assert row_of(session, made.id).remind_at == NEVER
    change(session, actor, made.id, PredictionChange.model_validate({"muted": False}), now=DUE)
    assert plan(session, now=DUE) == Planned(1, 1)


def test_the_assignee_is_reminded_in_place_of_who_entered_it(session: Session, actor: Actor) -> None:
    judge = person(session, "Jo Judge", Role.judge)
    made = put_on_record(session, actor)
    plan(session, now=DUE)
    change(session, actor, made.id, PredictionChange.model_validate({"assignee": "Jo Judge"}), now=DUE)
    plan(session, now=DUE + timedelta(hours=1))
    plan(session, now=DUE + 5 * DAY)
    assert stages(session, recipient=actor) == [(1, "due")]
    assert stages(session, recipient=judge) == [(1, "due"), (1, "after-5")]


def test_where_nobody_is_left_every_admin_is_reminded(session: Session, actor: Actor) -> None:
    logger = person(session, "Lo Logger", Role.logger)
    second = person(session, "Al Admin", Role.admin)
    put_on_record(session, logger)
    gone = PersonChange.model_validate({"disabled": True})
    change_person(session, actor, logger.required_id, gone, now=NOW)
    assert plan(session, now=DUE) == Planned(1, 2)
    assert stages(session, recipient=actor) == stages(session, recipient=second) == [(1, "due")]


def test_whoever_has_no_channel_is_reached_through_the_log(session: Session, actor: Actor) -> None:
    put_on_record(session, actor)
    plan(session, now=DUE)
    channel = session.exec(select(ChannelRow)).one()
    assert (channel.kind, channel.person_id) == ("log", actor.person_id)
    delivery = session.exec(select(DeliveryRow)).one()
    assert (delivery.channel_id, delivery.message_id) == (channel.id, None)


def test_every_channel_that_is_on_carries_the_reminder(session: Session, actor: Actor) -> None:
    for kind, disabled_at in (("email", None), ("webhook", None), ("log", NOW)):
        session.add(
            ChannelRow(kind=ChannelKind(kind), person_id=actor.required_id, disabled_at=disabled_at, created_at=NOW)
        )
    session.flush()
    put_on_record(session, actor)
    plan(session, now=DUE)
    query = select(ChannelRow.kind).join(DeliveryRow, col(DeliveryRow.channel_id) == col(ChannelRow.id))
    assert sorted(session.exec(query)) == ["email", "webhook"]


def test_nobody_is_reminded_of_demo_data_unless_its_collection_has_a_schedule(session: Session, actor: Actor) -> None:
    demo = collections.add(session, actor, CollectionNew(name="Demo", separate=True), now=NOW)
    put_on_record(session, actor, collection=demo.slug)
    assert plan(session, now=DUE) == Planned(1, 0)
    assert plan(session, now=DUE + DAY) == Planned(0, 0)
    reminder_schedules.put(session, actor, ReminderScheduleNew(collection=demo.slug), now=DUE)
    assert plan(session, now=DUE + DAY) == Planned(1, 1)


def test_a_collection_that_is_separate_no_more_has_its_reminders_again(session: Session, actor: Actor) -> None:
    demo = collections.add(session, actor, CollectionNew(name="Demo", separate=True), now=NOW)
    put_on_record(session, actor, collection=demo.slug)
    plan(session, now=DUE)
    change_to = CollectionChange.model_validate({"separate": False})
    collections.change(session, actor, demo.slug, change_to, if_version=None, now=DUE)
    assert plan(session, now=DUE) == Planned(1, 1)
