"""Which reminders are still wanted when they are to go out, and which were overtaken."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from registry.storage.reminders import recipients
from registry.storage.tables import DeliveryRow, PersonRow, PredictionRow, ReminderRow

Waiting = tuple[DeliveryRow, ReminderRow, PredictionRow]


def keep_wanted(
    session: Session, waiting: Sequence[tuple[DeliveryRow, ReminderRow]], person: PersonRow, now: datetime
) -> list[Waiting]:
    """What of all that waits for `person` is still to be said, in its order; the rest is dropped.

    Overtaken is a reminder of what was settled, put off, dated anew or muted, and of what someone else is to
    be reminded of by now.
    """
    ids = {reminder.prediction_id for _, reminder in waiting}
    rows = session.exec(select(PredictionRow).where(col(PredictionRow.id).in_(ids))).all()
    predictions = {row.id: row for row in rows}
    told = recipients(session, rows) if rows else {}
    found = [(delivery, reminder, predictions[reminder.prediction_id]) for delivery, reminder in waiting]
    wanted = [one for one in found if _is_wanted(one[1], one[2], person, told)]
    kept = {reminder.id for _, reminder, _ in wanted}
    drop([delivery for delivery, reminder, _ in found if reminder.id not in kept], now)
    session.flush()
    return wanted


def drop(deliveries: Sequence[DeliveryRow], now: datetime) -> None:
    """Write down that these are not needed any more."""
    for delivery in deliveries:
        delivery.dropped_at = now


def _is_wanted(reminder: ReminderRow, row: PredictionRow, person: PersonRow, told: dict[UUID, list[UUID]]) -> bool:
    settled = row.outcome is not None or row.withdrawn_at is not None
    passed = row.due_round != reminder.due_round or row.muted
    return not settled and not passed and person.disabled_at is None and person.id in told[row.id]
