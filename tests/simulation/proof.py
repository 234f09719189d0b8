"""What has to hold, reckoned without the code that is on trial."""

from collections import Counter, defaultdict
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import Table
from sqlalchemy import select as select_columns
from sqlmodel import Session, col, select

from registry.storage.tables import (
    DeliveryRow,
    EventRow,
    JudgementRow,
    MessageRow,
    PredictionRow,
    ReminderRow,
)

BEFORE = timedelta(days=3)

_row: Table = PredictionRow.__table__  # type: ignore[attr-defined]
_STATE = select_columns(
    _row.c.id, _row.c.due_at, _row.c.due_round, _row.c.flagged_at, _row.c.muted, _row.c.assignee_id,
    _row.c.entered_by_id, _row.c.round_began_at, _row.c.created_at,
)  # fmt: skip


def check_after_tick(session: Session, now: datetime) -> None:
    """After a tick that nothing disturbed: all that is due is announced, every stage reached is recorded."""
    reminded = set(
        session.exec(
            select(ReminderRow.prediction_id, ReminderRow.due_round, ReminderRow.stage, ReminderRow.recipient_id)
        )
    )
    unresolved = (col(PredictionRow.outcome).is_(None), col(PredictionRow.withdrawn_at).is_(None))
    for row in session.execute(_STATE.where(*unresolved)):
        assert row.due_at > now or row.flagged_at is not None, f"{row.id} was not announced at {now}"
        stage = stage_by_days(row, now)
        if stage is not None and not row.muted:
            wanted = (row.id, row.due_round, stage, row.assignee_id or row.entered_by_id)
            assert wanted in reminded, f"no reminder {wanted} at {now}"


def stage_by_days(row: Any, now: datetime) -> str | None:
    """The stage that a prediction has reached, found by walking through the days one by one."""
    began = row.round_began_at or row.created_at
    start = max(row.due_at, began)
    if now < start:
        return "before-3" if began <= row.due_at - BEFORE <= now else None
    reached, days = "due", 5
    while start + timedelta(days=days) <= now:
        reached, days = f"after-{days}", days + 5
    return reached


def check_at_the_end(session: Session, street: Path, now: datetime) -> Counter[str]:
    """Every announcement, reminder and delivery of the whole run, counted."""
    announced = _announcements(session)
    assert max(announced.values()) == 1
    for row in session.exec(select(PredictionRow).where(col(PredictionRow.flagged_at).is_not(None))):
        assert announced[(row.id, row.due_round)] == 1
    reminders = list(session.exec(select(ReminderRow)))
    keys = Counter((one.prediction_id, one.due_round, one.stage, one.recipient_id) for one in reminders)
    assert max(keys.values()) == 1
    delivered = _check_deliveries(session, reminders, street, now)
    n_judged = len(session.exec(select(JudgementRow.id)).all())
    return Counter(announcements=len(announced), reminders=len(reminders), judgements=n_judged) + delivered


def _announcements(session: Session) -> Counter[tuple[UUID, int]]:
    """How often each due round was announced, by the history of each prediction."""
    query = select(EventRow).where(col(EventRow.verb) == "announced")
    rounds: Counter[tuple[UUID, int]] = Counter()
    for event in session.exec(query):
        rounds[(event.noun_id, int(event.body.split('"due_round":')[1].split(",")[0]))] += 1
    return rounds


def _check_deliveries(session: Session, reminders: list[ReminderRow], street: Path, now: datetime) -> Counter[str]:
    deliveries: dict[UUID, list[DeliveryRow]] = defaultdict(list)
    for delivery in session.exec(select(DeliveryRow)):
        deliveries[delivery.reminder_id].append(delivery)
    messages = {message.id: message for message in session.exec(select(MessageRow))}
    lines = [(line.partition("\t")[0], line.partition("\t")[2]) for line in street.read_text("utf-8").splitlines()]
    arrived = Counter(UUID(key) for key, _ in lines)
    words = dict(lines)
    assert all(words[key] == rest for key, rest in lines), "a repetition differed from the first"
    for reminder in reminders:
        ways = deliveries[reminder.id]
        assert ways, f"reminder {reminder.id} was recorded without a way to its recipient"
        for way in ways:
            for_tomorrow = way.message_id is None and reminder.created_at > now - timedelta(hours=36)
            assert way.dropped_at or way.message_id in arrived or for_tomorrow
    sent = {key for key, message in messages.items() if message.sent_at is not None}
    assert set(arrived) == sent, "what was written down and what arrived differ"
    dropped = {key for key, message in messages.items() if message.dropped_at is not None}
    assert not dropped & set(arrived), "what was dropped as out of date arrived all the same"
    days = Counter((one.channel_id, one.day) for key, one in messages.items() if key not in dropped)
    assert max(days.values()) == 1, "two digests on one day"
    return Counter(messages=len(sent), repeats=sum(arrived.values()) - len(arrived))
