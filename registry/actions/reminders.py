"""Planning reminders: each is recorded once, whoever plans and however often."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import update
from sqlmodel import Session

from registry.domain.reminders import NEVER, Round, latest_stage, next_stage_at
from registry.domain.vocabulary import ChannelKind
from registry.storage import reminders as stored
from registry.storage.inserting import insert_new
from registry.storage.tables import ChannelRow, DeliveryRow, PredictionRow, ReminderRow
from registry.storage.tables.registered import new_id

AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Planned:
    """How many predictions were looked at, and how many reminders were recorded."""

    looked_at: int
    recorded: int


def plan(session: Session, *, now: datetime, most: int = AT_ONCE) -> Planned:
    """Record the reminders whose time has come by `now`, each with a delivery for each of its channels.

    Every prediction looked at learns when it is to be looked at next. Call it again, in a new transaction,
    as long as it looks at `most`.
    """
    rows = stored.to_plan(session, now, most)
    if not rows:
        return Planned(0, 0)
    schedules = stored.schedules(session, rows)
    reached, following = [], []
    for row in rows:
        schedule, next_at = None if row.muted else schedules.of(row), NEVER
        if schedule is not None:
            due_round = Round(row.due_at, row.round_began_at or row.created_at)
            stage, next_at = latest_stage(schedule, due_round, now), next_stage_at(schedule, due_round, now)
            if stage is not None:
                reached.append((row, stage.name, stage.at))
        following.append({"id": row.id, "remind_at": next_at})
    recorded = _record(session, reached, now)
    session.execute(update(PredictionRow), following)
    return Planned(len(rows), recorded)


def _record(session: Session, reached: Sequence[tuple[PredictionRow, str, datetime]], now: datetime) -> int:
    people = stored.recipients(session, [row for row, _, _ in reached])
    wanted: list[dict[str, Any]] = [
        {
            "id": new_id(),
            "prediction_id": row.id,
            "due_round": row.due_round,
            "stage": stage,
            "recipient_id": person,
            "planned_for": at,
            "created_at": now,
        }
        for row, stage, at in reached
        for person in people[row.id]
    ]
    taken = insert_new(session, ReminderRow, wanted)
    fresh = [(one["id"], one["recipient_id"]) for one in wanted if one["id"] in taken]
    channels = channels_for(session, {person for _, person in fresh}, now)
    session.add_all(
        DeliveryRow(reminder_id=reminder, channel_id=channel)
        for reminder, person in fresh
        for channel in channels[person]
    )
    session.flush()
    return len(fresh)


def channels_for(session: Session, persons: set[UUID], now: datetime) -> dict[UUID, list[UUID]]:
    """The channels of each person; whoever has none is reached through the log."""
    known = stored.channels_of(session, persons)
    logs = {
        person: ChannelRow(person_id=person, kind=ChannelKind.log, hour=0, created_at=now)
        for person in persons
        if person not in known
    }
    session.add_all(logs.values())
    session.flush()
    return {person: [row.id for row in known[person]] for person in known} | {
        person: [row.id] for person, row in logs.items()
    }
