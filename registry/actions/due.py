"""What falls due: announced once per due round, or put off."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import update
from sqlmodel import Session, col, select

from registry.actions.acting import SCHEDULER, Actor
from registry.actions.due_rounds import move_due
from registry.actions.versions import check_version
from registry.actions.writing_events import write_event, write_events
from registry.domain.postponing import snoozed_until
from registry.schemas.predictions import Prediction
from registry.storage.prediction_filters import UNRESOLVED
from registry.storage.predictions import for_change
from registry.storage.presenting_predictions import due_facts, present
from registry.storage.tables import PredictionRow

AT_ONCE = 500


def announce(session: Session, *, now: datetime, most: int = AT_ONCE) -> int:
    """Announce what has fallen due by `now`, the longest due first; returns how many were announced.

    One conditional update takes the rows and an event is written for each, so two schedulers cannot announce
    the same due round. Call it again, in a new transaction, as long as it returns `most`.
    """
    taken = (
        select(PredictionRow.id)
        .where(UNRESOLVED, col(PredictionRow.flagged_at).is_(None), col(PredictionRow.due_at) <= now)
        .order_by(col(PredictionRow.due_at), col(PredictionRow.id))
        .limit(most)
        .with_for_update(skip_locked=True)
    )
    flagged = (
        update(PredictionRow)
        .where(col(PredictionRow.id).in_(taken), col(PredictionRow.flagged_at).is_(None))
        .values(flagged_at=now)
        .returning(col(PredictionRow.id))
        .execution_options(synchronize_session=False)
    )
    ids = [row_id for (row_id,) in session.execute(flagged)]
    if not ids:
        return 0
    query = select(PredictionRow).where(col(PredictionRow.id).in_(ids))
    rows = session.exec(query.execution_options(populate_existing=True)).all()
    write_events(session, SCHEDULER, "announced", "prediction", [(row, {}) for row in rows], now)
    return len(ids)


def snooze(
    session: Session,
    actor: Actor,
    prediction_id: UUID,
    until: date,
    reason: str,
    *,
    now: datetime,
    if_version: int | None = None,
) -> Prediction:
    """Too early to tell: the prediction comes back at the start of `until`, in a new due round.

    Raises Missing, Stale, Conflict when it is resolved or withdrawn, Invalid for a day that has begun or lies
    past the horizon.
    """
    row = for_change(session, prediction_id)
    check_version(row, if_version, "prediction")
    moved = snoozed_until(due_facts(row), until, now, row.time_zone, row.horizon_on)
    row.snoozed_until = until
    move_due(row, moved, now)
    row.version += 1
    session.add(row)
    write_event(session, actor, "snoozed", "prediction", row, now, more={"reason_given": reason})
    return present(session, [row], now)[0]
