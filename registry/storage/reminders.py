"""Reminders as stored: which predictions want one, who is reminded, and what became of each."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, update
from sqlmodel import Session, col, select

from registry.domain.reminders import Schedule
from registry.domain.vocabulary import ChannelKind, MessageState, Role
from registry.schemas.reminders import Delivery, Reminder
from registry.storage.prediction_filters import UNRESOLVED
from registry.storage.tables import (
    ChannelRow,
    CollectionRow,
    DeliveryRow,
    MessageRow,
    PersonRow,
    PredictionRow,
    ReminderRow,
    ReminderScheduleRow,
)


def to_plan(session: Session, now: datetime, most: int) -> list[PredictionRow]:
    """Unresolved predictions whose next reminder has come or was never reckoned, locked."""
    fresh = _locked(session, col(PredictionRow.remind_at).is_(None), most)
    if len(fresh) == most:
        return fresh
    return fresh + _locked(session, col(PredictionRow.remind_at) <= now, most - len(fresh))


def reckon_reminders_anew(session: Session, within: ColumnElement[bool]) -> None:
    """Have the next reminders of these predictions reckoned anew, since what decides them has changed."""
    session.execute(update(PredictionRow).where(UNRESOLVED, within).values(remind_at=None))


def _locked(session: Session, condition: ColumnElement[bool], most: int) -> list[PredictionRow]:
    query = (
        select(PredictionRow)
        .where(UNRESOLVED, condition)
        .order_by(col(PredictionRow.remind_at), col(PredictionRow.id))
        .limit(most)
        .with_for_update(skip_locked=True)
        .execution_options(populate_existing=True)
    )
    return list(session.exec(query))


@dataclass(frozen=True, slots=True)
class Schedules:
    """The schedules in force: the author's comes before the collection's, then the registry's."""

    of_author: dict[UUID, Schedule] = field(default_factory=dict)
    of_collection: dict[UUID, Schedule] = field(default_factory=dict)
    of_registry: Schedule = Schedule()  # noqa: RUF009 (frozen)
    separate: frozenset[UUID] = frozenset()

    def of(self, prediction: PredictionRow) -> Schedule | None:
        """The schedule of a prediction; None where nobody wants to be reminded of it.

        A separate collection, as demo data is, has reminders only by a schedule of its own.
        """
        collection = prediction.collection_id
        if collection is not None and collection in self.separate and collection not in self.of_collection:
            return None
        by_collection = self.of_collection.get(collection) if collection is not None else None
        return self.of_author.get(prediction.author_id) or by_collection or self.of_registry


def schedules(session: Session, predictions: Sequence[PredictionRow]) -> Schedules:
    """The schedules that some predictions may have."""
    row = ReminderScheduleRow
    scopes = [
        "registry",
        *{f"author:{one.author_id}" for one in predictions},
        *{f"collection:{one.collection_id}" for one in predictions if one.collection_id},
    ]
    found = session.exec(select(row).where(col(row.scope).in_(scopes))).all()
    collections = {one.collection_id for one in predictions if one.collection_id}
    apart = select(CollectionRow.id).where(col(CollectionRow.id).in_(collections), col(CollectionRow.separate))
    return Schedules(
        {one.author_id: schedule_of(one) for one in found if one.author_id},
        {one.collection_id: schedule_of(one) for one in found if one.collection_id},
        next((schedule_of(one) for one in found if one.scope == "registry"), Schedule()),
        frozenset(session.exec(apart)) if collections else frozenset(),
    )


def schedule_of(row: ReminderScheduleRow) -> Schedule:
    """The schedule that a row holds."""
    return Schedule(tuple(row.before_days), row.again_days)


def recipients(session: Session, predictions: Sequence[PredictionRow]) -> dict[UUID, list[UUID]]:
    """Whom to remind of each prediction: the assignee, else who entered it, else every enabled admin."""
    wanted = {one.assignee_id for one in predictions} | {one.entered_by_id for one in predictions}
    enabled = col(PersonRow.disabled_at).is_(None)
    present = set(session.exec(select(PersonRow.id).where(enabled, col(PersonRow.id).in_(wanted - {None}))))
    found: dict[UUID, list[UUID]] = {}
    for one in predictions:
        first = one.assignee_id if one.assignee_id in present else one.entered_by_id
        found[one.id] = [first] if first in present else []
    if all(found.values()):
        return found
    admins = list(session.exec(select(PersonRow.id).where(enabled, col(PersonRow.role) == Role.admin)))
    return {prediction: persons or admins for prediction, persons in found.items()}


def channels_of(session: Session, persons: Iterable[UUID]) -> dict[UUID, list[ChannelRow]]:
    """The channels that are switched on, by person."""
    found: dict[UUID, list[ChannelRow]] = defaultdict(list)
    query = select(ChannelRow).where(
        col(ChannelRow.person_id).in_(list(persons)), col(ChannelRow.disabled_at).is_(None)
    )
    for row in session.exec(query.order_by(col(ChannelRow.created_at), col(ChannelRow.id))):
        found[row.person_id].append(row)
    return found


def of_prediction(session: Session, prediction_id: UUID) -> list[Reminder]:
    """Every reminder of a prediction with what became of it, the oldest first."""
    query = (
        select(ReminderRow, PersonRow.name)
        .join(PersonRow, col(PersonRow.id) == col(ReminderRow.recipient_id))
        .where(col(ReminderRow.prediction_id) == prediction_id)
        .order_by(col(ReminderRow.created_at), col(ReminderRow.id))
    )
    rows = session.exec(query).all()
    deliveries = _deliveries(session, [row.id for row, _ in rows])
    return [Reminder(**row.model_dump(), recipient=name, deliveries=deliveries[row.id]) for row, name in rows]


def _deliveries(session: Session, reminders: Sequence[UUID]) -> dict[UUID, list[Delivery]]:
    query = (
        select(DeliveryRow, ChannelRow, MessageRow)
        .join(ChannelRow, col(ChannelRow.id) == col(DeliveryRow.channel_id))
        .outerjoin(MessageRow, col(MessageRow.id) == col(DeliveryRow.message_id))
        .where(col(DeliveryRow.reminder_id).in_(reminders))
        .order_by(col(ChannelRow.created_at), col(ChannelRow.id))
    )
    found: dict[UUID, list[Delivery]] = defaultdict(list)
    joined: Iterable[tuple[DeliveryRow, ChannelRow, MessageRow | None]] = session.exec(query)
    for delivery, channel, message in joined:
        found[delivery.reminder_id].append(
            Delivery(
                channel=ChannelKind(channel.kind),
                message=delivery.message_id,
                state=_state_of_delivery(delivery, message),
                attempts=message.attempts if message else 0,
                sent_at=message.sent_at if message else None,
                last_error=message.last_error if message else None,
            )
        )
    return found


def _state_of_delivery(delivery: DeliveryRow, message: MessageRow | None) -> MessageState:
    if delivery.dropped_at is not None:
        return MessageState.dropped
    return state_of(message) if message is not None else MessageState.waiting


def state_of(message: MessageRow) -> MessageState:
    """Where a message stands."""
    if message.sent_at is not None:
        return MessageState.sent
    if message.dropped_at is not None:
        return MessageState.dropped
    return MessageState.failed if message.failed_at is not None else MessageState.waiting
